package verify

// The codes of findings, stable names. Their words lie in sources/diag/messages.
const (
	Unreadable       = "verify-unreadable"        // cause
	OtherFile        = "verify-other-file"        // file
	SumsMissing      = "verify-sums-missing"      // file
	SumsDiffer       = "verify-sums-differ"       // file
	PageCount        = "verify-page-count"        // found, planned
	AccountGap       = "verify-account"           // kind, first, expected
	AccountLabels    = "verify-account-labels"    // kind, found, planned
	OriginalPages    = "verify-original-pages"    // file
	OriginalContent  = "verify-original-content"  // file, number
	OriginalPicture  = "verify-original-picture"  // file, number
	AnchorMissing    = "verify-anchor-missing"    // id
	AnchorPage       = "verify-anchor-page"       // id, found, planned
	AnchorUnknown    = "verify-anchor-unknown"    // id
	LinkDead         = "verify-link-dead"         // count
	LinkAstray       = "verify-link-astray"       // found
	LinkOther        = "verify-link-other"        // found planned
	LinkUnplanned    = "verify-link-unplanned"    // found
	ContentsLines    = "verify-contents-lines"    // found, planned
	ContentsPage     = "verify-contents-page"     // text, found, planned
	ContentsLabel    = "verify-contents-label"    // text, found, planned
	PageLabel        = "verify-page-label"        // found, planned
	Folio            = "verify-folio"             // found, planned
	FolioMissing     = "verify-folio-missing"     // planned
	ReceivedLinks    = "verify-received-links"    // file, count; a warning
	ReceivedTags     = "verify-received-tags"     // file, count; a warning
	StampDiffers     = "verify-stamp"             // found, planned
	StampMissing     = "verify-stamp-missing"     // planned
	StampChanged     = "verify-stamp-changed"     //
	OriginalAround   = "verify-original-around"   // file, number
	ItemAnchor       = "verify-item-anchor"       // id
	ItemPage         = "verify-item-page"         // id, found, planned
	ItemOutline      = "verify-item-outline"      // id
	OutlineMissing   = "verify-outline-missing"   // title
	OutlineExtra     = "verify-outline-extra"     // title
	OutlinePage      = "verify-outline-page"      // title, found, planned
	OutlineLevel     = "verify-outline-level"     // title, found, planned
	TreeMissing      = "verify-tree-missing"      //
	MarkOrphan       = "verify-mark-orphan"       // count, mark
	MarkUnclaimed    = "verify-mark-unclaimed"    // count, mark
	MarkAstray       = "verify-mark-astray"       // count, mark
	MarkTwice        = "verify-mark-twice"        // count, mark
	ClaimEmpty       = "verify-claim-empty"       // count, mark
	TreeParent       = "verify-tree-parent"       // count
	ObjectOrphan     = "verify-object-orphan"     // count
	ObjectUnclaimed  = "verify-object-unclaimed"  // count
	GlyphZero        = "verify-glyph-zero"        // font
	TextEmpty        = "verify-text-empty"        // font, code
	TextReplacement  = "verify-text-replacement"  // font, code
	TextUnmapped     = "verify-text-unmapped"     // font, code
	ContentBroken    = "verify-content-broken"    // cause
	Active           = "verify-active"            // what, count
	ActiveAnnotation = "verify-active-annotation" // what
	ActiveAddress    = "verify-active-address"    // what, count
	ActiveOutside    = "verify-active-outside"    // what, count
	Metadata         = "verify-metadata"          // key, where, found, planned
	ClaimsDiffer     = "verify-claims"            // found, planned
	TitleHidden      = "verify-title-hidden"      //

	AttachmentMissing = "verify-attachment-missing" // name
	AttachmentExtra   = "verify-attachment-extra"   // name
	AttachmentChanged = "verify-attachment-changed" // name
	AttachmentDiffers = "verify-attachment-differs" // name, key, found, planned
	AttachmentLoose   = "verify-attachment-loose"   // name
)
