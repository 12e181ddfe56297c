package unit

// Finding is what an original lost on its way into the report, lacked, or had repaired: found once, where the
// unit is made. Code is the diagnostic's. Of each code and kind there is one.
type Finding struct {
	Code  string
	What  string // what kind of thing, by its code
	Count int    // how many
	Page  int    // of the original, the first that is concerned, from 1; 0 none
	Of    int    // what Count is measured against, by its code
}

// The codes of findings, and what What and Of mean with them.
const (
	// ActionRemoved: an action other than GoTo, GoToR and URI; What is its kind.
	ActionRemoved = "original-action"
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
	// FormLetters: characters of values that the fonts of the form do not have, in looks that were drawn.
	FormLetters = "original-form-letters"
	// AttachmentLeftOut: an embedded file; What is its name.
	AttachmentLeftOut = "original-attachment"
	// AttachmentNameless: an embedded file that has no name.
	AttachmentNameless = "original-attachment-nameless"
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

// attachment notes a file that is left out, by its name.
func (f *findings) attachment(name string, page int) {
	if name == "" {
		f.add(AttachmentNameless, "", page)
		return
	}
	f.add(AttachmentLeftOut, name, page)
}
