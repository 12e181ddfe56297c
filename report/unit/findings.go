package unit

// Finding is what an original lost on its way into the report, lacked, or had repaired: found once, where the
// unit is made. Code is the diagnostic's. Of each code and kind there is one.
type Finding struct {
	Code  string
	What  string // what kind of thing, by its code
	Count int    // how many
	Page  int    // of the original, the first that is concerned, from 1; 0 none
	Of    int    // what Count is measured against, by its code
	Why   string // a stable word for the reason, by its code
}

// The codes of findings, and what What and Of mean with them.
const (
	// ActionRemoved: an action other than GoTo, GoToR and URI; What is its kind.
	ActionRemoved = "original-action"
	// FormFlattened: form fields stay as they look and can no longer be filled in.
	FormFlattened = "original-form"
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
	// Repaired: the file was damaged; What is what was mended.
	Repaired = "original-repaired"
	// PagesLost: the page tree counts Of pages, Count were found.
	PagesLost = "original-pages-lost"
	// ContentBroken: a content stream cannot be decoded, so that the page cannot be shown as it was meant.
	ContentBroken = "original-content-broken"
	// DrawingBroken: drawings within pages (form XObjects) whose data cannot be decoded.
	DrawingBroken = "original-drawing-broken"
	// TagsFaulty: Count places where the tags and the pages contradict each other.
	TagsFaulty = "original-tags"
	// LinkDead: a link or outline item that leads nowhere in the original itself.
	LinkDead = "original-link-dead"
	// Tangled: what the file refers to leads back into itself, or is far more than the file holds; the rest is left out.
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
	if page >= 0 && (e.Page == 0 || page+1 < e.Page) {
		e.Page = page + 1
	}
	return e
}
