package unit

import "slices"

// Finding is what an original lost on its way into the report, lacked, or had repaired: found once, where the
// unit is made. Code is the diagnostic's. Of each code and kind there is one.
type Finding struct {
	Code  string
	What  string // what kind of thing, by its code
	Count int    // how many
	Pages []int  // of the original, those that are concerned, from 1, in order; none where it is the file as a whole
	Of    int    // what Count is measured against, by its code; -1 nobody knows
	Why   string // a stable word for the reason, by its code
}

// The codes of findings, and what What and Of mean with them.
const (
	// ActionRemoved: an action that does more than lead the reader somewhere; What is its kind.
	ActionRemoved = "original-action"
	// AddressRemoved: a link to an address of a kind that readers are not led to; What is its scheme, with a colon.
	AddressRemoved = "original-address"
	// LinkToFile: a link to another file, which does not come along.
	LinkToFile = "original-link-file"
	// MediaRemoved: an annotation that plays something, of the kind What; its look stays, where it has one.
	MediaRemoved = "original-media"
	// ExternalData: a stream that has its data, or a better picture, in another file.
	ExternalData = "original-external"
	// Comment: a reviewer's remark, which readers of the report will see.
	Comment = "original-comments"
	// CommentHidden: words in an annotation that no reader shows, but that are in the file.
	CommentHidden = "original-comments-hidden"
	// RedactionOpen: a mark for redaction; what it marks is still there.
	RedactionOpen = "original-redaction"
	// LayerUnprinted: a layer that is printed from the original, though not shown; from the report it is not.
	LayerUnprinted = "original-layer-unprinted"
	// LayerPrinted: a layer that is shown, but not printed from the original; from the report it is.
	LayerPrinted = "original-layer-printed"
	// FormXFA: a second description of the form, for one program alone; what all readers show is kept.
	FormXFA = "original-form-xfa"
	// FormCalculated: Count fields were calculated by scripts from others, and keep the values that they have.
	FormCalculated = "original-form-calculated"
	// FormBroken: fields without a name or a type, or whose tree leads back into itself; they are kept as they look.
	FormBroken = "original-form-broken"
	// FormUnseen: fields that no page shows; they are left out.
	FormUnseen = "original-form-unseen"
	// FormDrawn: fields that had no look of their own, which was drawn.
	FormDrawn = "original-form-drawn"
	// FormRedrawn: fields whose look was another than their value, in a form that asks for its looks to be drawn anew.
	FormRedrawn = "original-form-redrawn"
	// FormLetters: characters of values that the fonts of the form do not have, in looks that were drawn.
	FormLetters = "original-form-letters"
	// AttachmentExecutable: an attached file that is left out because it can do something when it is opened; What is
	// its name, Why what kind of file it is.
	AttachmentExecutable = "original-attachment-executable"
	// AttachmentAccepted: such a file that is taken because the manifest says so.
	AttachmentAccepted = "original-attachment-accepted"
	// AttachmentBroken: an attached file that is left out because it cannot be had; What is its name, Why the reason.
	AttachmentBroken = "original-attachment-broken"
	// AttachmentNameless: an attached file that has no name; What is the one that it was given.
	AttachmentNameless = "original-attachment-nameless"
	// AttachmentsMany: attached files that are left out because there are too many.
	AttachmentsMany = "original-attachments-many"
	// AttachActive: the original is not attached as it is, because it acts; What is how.
	AttachActive = "original-attach-active"
	// AttachAccepted: it is attached though it acts, because the manifest says so.
	AttachAccepted = "original-attach-accepted"
	// AttachRevisions: Count earlier states of the attached file can be brought back from it.
	AttachRevisions = "original-attach-revisions"
	// AttachAuthor: the attached file names who made it; What is the name.
	AttachAuthor = "original-attach-author"
	// AttachPath: the attached file names a place on a machine; What is the place.
	AttachPath = "original-attach-path"
	// AttachHistory: the attached file has a record of how it was edited.
	AttachHistory = "original-attach-history"
	// AttachFileLink: links of the attached file lead to files on a machine; What is the first.
	AttachFileLink = "original-attach-file-link"
	// AttachLocked: the attached file opens with its password only.
	AttachLocked = "original-attach-locked"
	// LinkRemoved: a link or outline item to a page of the original that is not among those taken.
	LinkRemoved = "original-link-removed"
	// SignatureVoid: a digital signature, which cannot survive merging; its appearance stays.
	SignatureVoid = "original-signature"
	// PageRepeated: a tagged page is taken more than once; its tags belong to its first place only.
	PageRepeated = "original-page-repeated"
	// Repaired: the file was damaged; What is what was mended, Count the pages that were found, of Of.
	Repaired = "original-repaired"
	// PagesLost: the page tree counts Of pages, Count were found.
	PagesLost = "original-pages-lost"
	// PagesUnknown: the list of pages is lost, Count were found, and how many there were nobody knows.
	PagesUnknown = "original-pages-unknown"
	// ContentBroken: a content stream cannot be decoded, so that the page cannot be shown as it was meant.
	ContentBroken = "original-content-broken"
	// DataBroken: data of a page that cannot be decoded; What is what kind: drawing (form XObject), picture, font …
	DataBroken = "original-data-broken"
	// DataUnchecked: data that decode to far more than the file is long, which were not looked at to their end; What as
	// before.
	DataUnchecked = "original-data-unchecked"
	// PictureHuge: a picture that says it is larger than readers can show.
	PictureHuge = "original-picture-huge"
	// PictureRounded: Count pictures whose samples a PDF cannot hold, and which were made into those that it can.
	PictureRounded = "original-picture-rounded"
	// PictureShort: a picture whose data end before its last row.
	PictureShort = "original-picture-short"
	// DrawsItself: what a page draws contains itself, or others far too deep.
	DrawsItself = "original-draws-itself"
	// ContentLong: a page's content is longer than is looked at.
	ContentLong = "original-content-long"
	// SumWrong: data that can be decoded and do not match their checksum; What as before, or text: a page's content.
	SumWrong = "original-sum"
	// ResourceMissing: a page asks for a resource that the file does not hold; What is its category.
	ResourceMissing = "original-resource-missing"
	// BoxOdd: a page's boxes or its resources make no sense; What is how, one of pdf.Oddity or resourcesNowhere.
	BoxOdd = "original-box"
	// TagsFaulty: Count places where the tags and the pages contradict each other.
	TagsFaulty = "original-tags"
	// WithoutAlt: a picture, and nobody has said what it shows.
	WithoutAlt = "original-without-alt"
	// AnnotationsMany: Count annotations beyond those that are given looks, words and elements.
	AnnotationsMany = "original-annotations-many"
	// LinkDead: a link or outline item that leads nowhere in the original itself.
	LinkDead = "original-link-dead"
	// Tangled: what the file refers to leads back into itself, or is far more than the file holds; the rest is left
	// out.
	Tangled = "original-tangled"
)

// findings gathers what is found in one original: one of each code and kind, with how often and where first.
type findings struct {
	list  []Finding
	index map[[2]string]int
}

// add notes a finding; page is its page in the original, from 0, -1 for none.
func (f *findings) add(code, what string, page int) *Finding {
	k := [2]string{code, what}
	i, ok := f.index[k]
	if !ok {
		if f.index == nil {
			f.index = map[[2]string]int{}
		}
		i = len(f.list)
		f.index[k] = i
		f.list = append(f.list, Finding{Code: code, What: what})
	}
	e := &f.list[i]
	e.Count++
	if page >= 0 {
		e.on(page + 1)
	}
	return e
}

// on notes a page, from 1. Pages mostly come in order.
func (f *Finding) on(page int) {
	n := len(f.Pages)
	if n == 0 || f.Pages[n-1] < page {
		f.Pages = append(f.Pages, page)
		return
	}
	if i, met := slices.BinarySearch(f.Pages, page); !met {
		f.Pages = slices.Insert(f.Pages, i, page)
	}
}
