package conformance

// annotationRules are about links, notes, fields and what they do.
var annotationRules = []Rule{
	{Name: "annotation-kind", A: "6.3.1-1", Words: "conformance-annotation"},
	{Name: "annotation-flags", A: "6.3.2-1", Words: "conformance-annotation"},
	{Name: "annotation-hidden", A: "6.3.2-2", Words: "conformance-annotation"},
	{Name: "look-missing", A: "6.3.3-1", Words: "conformance-look"},
	{Name: "look-more", A: "6.3.3-2", Words: "conformance-look"},
	{Name: "look-button", A: "6.3.3-3", Words: "conformance-look"},
	{Name: "look-states", A: "6.3.3-4", Words: "conformance-look"},
	{Name: "action", A: "6.5.1-1", Words: "conformance-action"},
	{Name: "signature", A: "6.4.3-1", Words: "conformance-action"},
	{Name: "tabs", UA: "7.18.3-1", Words: "conformance-annotation"},
	{Name: "annotation-element", UA: "7.18.1-1", Words: "conformance-annotation-untagged"},
	{Name: "annotation-words", UA: "7.18.1-2", Words: "conformance-annotation-words"},
	{Name: "field-words", UA: "7.18.1-3", Words: "conformance-annotation-words"},
	{Name: "widget-element", UA: "7.18.4-1", Words: "conformance-annotation-untagged"},
	{Name: "form-element", UA: "7.18.4-2", Words: "conformance-annotation-untagged"},
	{Name: "link-element", UA: "7.18.5-1", Words: "conformance-annotation-untagged"},
	{Name: "link-words", UA: "7.18.5-2", Words: "conformance-annotation-words"},
	{Name: "look-invented", UA: Ours + "7.18.1", Words: "conformance-look"},
	{Name: "field-unnamed", UA: Ours + "7.18.1", Words: "conformance-annotation-words"},
	{Name: "annotation-says-nothing", UA: Ours + "7.18.1", Words: "conformance-annotation-words"},
}

// structureRules are about structure elements.
var structureRules = []Rule{
	{Name: "role-missing", UA: "7.1-5", A: "6.7.3.4-1", At: A3A, Words: "conformance-tags-wrong"},
	{Name: "role-standard", UA: "7.1-7", A: "6.7.3.4-3", At: A3A, Words: "conformance-tags-wrong"},
	{Name: "language", UA: "7.2-29", A: "6.7.4-1", At: A3A, Words: "conformance-language"},
	{Name: "language-empty", UA: "7.2-29", Words: "conformance-language"},
	{Name: "figure-alt", UA: "7.3-1", Words: "conformance-alt"},
	{Name: "formula-alt", UA: "7.7-1", Words: "conformance-alt"},
	{Name: "figure-undescribed", UA: Ours + "7.3", Words: "conformance-alt"},
	{Name: "alt-says-nothing", UA: Ours + "7.3", Words: "conformance-alt"},
	{Name: "heading-skips", UA: "7.4.2-1", Words: "conformance-headings"},
	{Name: "heading-several", UA: "7.4.4-1", Words: "conformance-headings"},
	{Name: "heading-plain", UA: "7.4.4-2", Words: "conformance-headings"},
	{Name: "heading-mixed", UA: "7.4.4-3", Words: "conformance-headings"},
	{Name: "note-id", UA: "7.9-1", Words: "conformance-tags-wrong"},
	{Name: "note-id-twice", UA: "7.9-2", Words: "conformance-tags-wrong"},
	{Name: "table-kids", UA: "7.2-3", Words: "conformance-table"},
	{Name: "row-parent", UA: "7.2-4", Words: "conformance-table"},
	{Name: "thead-parent", UA: "7.2-5", Words: "conformance-table"},
	{Name: "tbody-parent", UA: "7.2-6", Words: "conformance-table"},
	{Name: "tfoot-parent", UA: "7.2-7", Words: "conformance-table"},
	{Name: "th-parent", UA: "7.2-8", Words: "conformance-table"},
	{Name: "td-parent", UA: "7.2-9", Words: "conformance-table"},
	{Name: "row-kids", UA: "7.2-10", Words: "conformance-table"},
	{Name: "table-heads", UA: "7.2-11", Words: "conformance-table"},
	{Name: "table-feet", UA: "7.2-12", Words: "conformance-table"},
	{Name: "table-foot-alone", UA: "7.2-13", Words: "conformance-table"},
	{Name: "table-head-alone", UA: "7.2-14", Words: "conformance-table"},
	{Name: "table-cells-over", UA: "7.2-15", Words: "conformance-table"},
	{Name: "table-caption", UA: "7.2-16", Words: "conformance-table"},
	{Name: "thead-kids", UA: "7.2-36", Words: "conformance-table"},
	{Name: "tbody-kids", UA: "7.2-37", Words: "conformance-table"},
	{Name: "tfoot-kids", UA: "7.2-38", Words: "conformance-table"},
	{Name: "table-captions", UA: "7.2-39", Words: "conformance-table"},
	{Name: "table-column-long", UA: "7.2-41", Words: "conformance-table"},
	{Name: "table-row-long", UA: "7.2-42", Words: "conformance-table"},
	{Name: "table-row-short", UA: "7.2-43", Words: "conformance-table"},
	{Name: "table-headers", UA: "7.5-1", Words: "conformance-table"},
	{Name: "table-headers-unknown", UA: "7.5-2", Words: "conformance-table"},
	{Name: "li-parent", UA: "7.2-17", Words: "conformance-list"},
	{Name: "lbody-parent", UA: "7.2-18", Words: "conformance-list"},
	{Name: "l-kids", UA: "7.2-19", Words: "conformance-list"},
	{Name: "li-kids", UA: "7.2-20", Words: "conformance-list"},
	{Name: "l-caption", UA: "7.2-40", Words: "conformance-list"},
	{Name: "toci-parent", UA: "7.2-26", Words: "conformance-list"},
	{Name: "toc-kids", UA: "7.2-27", Words: "conformance-list"},
	{Name: "toc-caption", UA: "7.2-28", Words: "conformance-list"},
}

// tagRules are about tags and pages that must belong together.
var tagRules = []Rule{
	{Name: "tags-astray", UA: Ours + "7.1", A: Ours + "6.7.3", At: A3A, Words: "conformance-tags-wrong"},
}

// objectRules are about objects of any kind.
var objectRules = []Rule{
	{Name: "filter", A: "6.1.7.2-1", Words: "conformance-file"},
	{Name: "stream-elsewhere", A: "6.1.7.1-3", Words: "conformance-file"},
	{Name: "name-encoding", A: "6.1.8-1", Words: "conformance-file"},
	{Name: "limits", A: "6.1.13-1", Words: "conformance-limits"},
	{Name: "limits-string", A: "6.1.13-3", Words: "conformance-limits"},
	{Name: "page-size", A: "6.1.13-11", Words: "conformance-limits"},
	{Name: "metadata", A: "6.6.2.3.1-1", Words: "conformance-file"},
	{Name: "file-name", UA: "7.11-1", A: "6.8-2", Words: "conformance-attachment"},
	{Name: "file-relationship", A: "6.8-3", Words: "conformance-attachment"},
	{Name: "file-apart", A: "6.8-4", Words: "conformance-attachment"},
	{Name: "layer-order", A: "6.9-3", Words: "conformance-file"},
}

// wholeRules are about several originals, or about an original and the report around it.
var wholeRules = []Rule{
	{Name: "colorant-differs", A: "6.2.4.4-2", Words: "conformance-colours"},
	{Name: "heading-enters", UA: "7.4.2-1", Words: "conformance-headings"},
	{Name: "objects-many", A: "6.1.13-7", Words: "conformance-limits"},
	{Name: "no-text", UA: Ours + "7.1", Words: "conformance-no-text"},
	{Name: "unnamed", UA: Ours + "7.3", Words: "conformance-unnamed"},
}
