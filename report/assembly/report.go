package assembly

// Report says what Write has made.
type Report struct {
	SHA256    string // of all bytes written, hexadecimal
	Bytes     int64
	Findings  []Finding       // in run order
	Originals []OriginalPages // in run order
}

// Finding is something of an original that the report could not take over as it was. It is a warning to the editor.
type Finding struct {
	Code string // stable; see the constants
	Run  int    // index into the plan's runs
	Args map[string]string
}

// The codes of findings. Every one has the args "file" and "count"; those that concern pages have "page", the first of them, from 1.
const (
	// ActionRemoved: an action other than GoTo, GoToR and URI (args "action": its kind; "page").
	ActionRemoved = "action-removed"
	// FormFlattened: form fields stay as they look and can no longer be filled in (arg "fields": some names).
	FormFlattened = "form-flattened"
	// AttachmentLeftOut: a file embedded in the original (arg "name").
	AttachmentLeftOut = "attachment-left-out"
	// LinkRemoved: a link or outline item to a page of the original that is not among those taken (arg "page").
	LinkRemoved = "link-removed"
	// SignatureVoid: a digital signature, which cannot survive merging; its appearance stays.
	SignatureVoid = "signature-void"
	// PageRepeated: a tagged page is taken more than once; its tags belong to its first place only (arg "page").
	PageRepeated = "page-repeated"
)

// OriginalPages are the hashes of an original's content streams as the ledger has them, one a page taken.
type OriginalPages struct {
	Run     int
	Content []string // content_sha256
}
