package ledger

// Document is a file that was published: the report, a part of it, or an original as it was received. Kind is the
// manifest's word for such documents (`outputs`), ID that of the item which it holds, "report" for the whole. File is
// its name in the output folder, written with `/`; one of ours has its ledger beside it. Edition is the language of the
// edition that it belongs to, "" where there is one only, and of originals, which belong to all; Language that of what
// it holds.
type Document struct {
	Kind     string `json:"kind"`
	ID       string `json:"id"`
	File     string `json:"file"`
	Edition  string `json:"edition,omitempty"`
	Language string `json:"language,omitempty"`
	Title    string `json:"title"`
	Pages    int    `json:"pages"`
	Bytes    int64  `json:"bytes"`
	SHA256   string `json:"sha256"`
}
