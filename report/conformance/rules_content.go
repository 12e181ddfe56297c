package conformance

// contentRules are about content streams and what they refer to.
var contentRules = []Rule{
	{Name: "untagged", UA: "7.1-3", A: Ours + "6.7.3", At: A3A, Words: "conformance-untagged"},
	{Name: "artifact-in-content", UA: "7.1-1", Words: "conformance-tags-wrong"},
	{Name: "content-in-artifact", UA: "7.1-2", Words: "conformance-tags-wrong"},
	{Name: "operator", A: "6.2.2-1", Words: "conformance-content-unknown"},
	{Name: "resources-inherited", A: "6.2.2-2", Words: "conformance-content-unknown"},
	{Name: "nesting", A: "6.1.13-8", Words: "conformance-limits"},
	{Name: "too-much", UA: Ours + "7.1", A: Ours + "6.2.2", Words: "conformance-too-much"},
	{Name: "undecodable", UA: Ours + "7.1", A: Ours + "6.1.7.2", Words: "conformance-undecodable"},
	{Name: "hexadecimal", A: "6.1.6-1", Words: "conformance-content-unknown"},
	{Name: "postscript", A: "6.2.9-1", Words: "conformance-content-unknown"},
	{Name: "form-reference", UA: "7.20-1", A: "6.2.9-2", Words: "conformance-content-unknown"},
	{Name: "form-twice", UA: "7.20-2", Words: "conformance-tags-wrong"},
}

// colourRules are about colours and how they are mixed.
var colourRules = []Rule{
	{Name: "cmyk", A: "6.2.4.3-3", Words: "conformance-cmyk"},
	{Name: "profile", A: "6.2.4.2-1", Words: "conformance-colours"},
	{Name: "overprint", A: "6.2.4.2-2", Words: "conformance-colours"},
	{Name: "colorants", A: "6.2.4.4-1", Words: "conformance-colours"},
	{Name: "colorant-twice", A: "6.2.4.4-2", Words: "conformance-colours"},
	{Name: "colorants-many", A: "6.1.13-9", Words: "conformance-colours"},
	{Name: "transfer", A: "6.2.5-1", Words: "conformance-colours"},
	{Name: "rendering-intent", A: "6.2.6-1", Words: "conformance-colours"},
	{Name: "blend", A: "6.2.10-1", Words: "conformance-colours"},
}

// imageRules are about images.
var imageRules = []Rule{
	{Name: "image-alternates", A: "6.2.8-1", Words: "conformance-image"},
	{Name: "interpolate", A: "6.2.8-3", Words: "conformance-image"},
	{Name: "image-bits", A: "6.2.8-4", Words: "conformance-image"},
	{Name: "jpx-channels", A: "6.2.8.3-1", Words: "conformance-image"},
	{Name: "jpx-colour", A: "6.2.8.3-2", Words: "conformance-image"},
	{Name: "jpx-bits", A: "6.2.8.3-5", Words: "conformance-image"},
}
