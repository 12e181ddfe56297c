package ledger

// Shown is what the report shows and says, as sums (report/shown says over what): nobody reads them, verify compares
// them. Pages has a line a page: the sum over all that it shows, and the first figures of those over its contents, its
// resources, its measures, its annotations and what else it has. Texts has one a page: four figures for each of a
// typeset page's passages, which say where the words are others. Items has the text of each item, paragraph and heading
// that has an id, up to the next one: the number of the passage of its page that it begins with, and the sum over the
// passages' sums of their letters. Structure has one a run, in order; Whole those of what
// belongs to no page, by the names of the catalog's entries.
type Shown struct {
	Pages     []string          `json:"pages"`
	Texts     []string          `json:"texts"`
	Items     map[string]string `json:"items"`
	Structure []string          `json:"structure"`
	Whole     map[string]string `json:"whole"`
}
