package verify

import "testing"

// TestActive plants in a finished report what acts, plays or leads out of it: verify finds each, wherever it stands,
// and lets through what leads a reader somewhere.
func TestActive(t *testing.T) {
	put := func(object, old, new string) func(t *testing.T, k *kit) {
		return func(t *testing.T, k *kit) { k.swap(t, object, old, new) }
	}
	catalog := func(entry string) func(t *testing.T, k *kit) {
		return put("catalog", "/Type/Catalog", "/Type/Catalog"+entry)
	}
	theirs := func(action string) func(t *testing.T, k *kit) { return put("theirs", "/Dest[@page7/Fit]", "/A"+action) }
	address := func(uri string) func(t *testing.T, k *kit) { return theirs("<</S/URI/URI" + uri + ">>") }
	list := []fault{
		{"an address of the web", address("(HTTPS://a/javascript:x)"), "", 0}, {"an address beside the report",
			address("(a/b.html#c:d)"), "", 0},
		{"a page turned", theirs("<</S/Named/N/NextPage>>"), "", 0},
		{"an address that is no text", address("[]"), ActiveAddress, 0},
		{"a menu command", theirs("<</S/Named/N/Print>>"), Active, 0},
		{"an action of a kind that nobody knows", theirs("<</S/Own>>"), Active, 0},
		{"a script behind a link",
			theirs("<</S/GoTo/D[@page7/Fit]/Next[<</S/GoTo/D[@page7/Fit]/Next<</S/JavaScript/JS(x)>>>>]>>"), Active, 0},
		{"a script that says that it is a structure element",
			theirs("<</Type/StructElem/P@page7/S/JavaScript/JS(x)>>"), Active, 0},
		{"a script in an object that nothing leads to", func(t *testing.T, k *kit) {
			k.object("x",
				"<</X[<</S/JavaScript/JS(x)>>]>>")
		}, Active, 0},
		{"a trigger of an annotation", put("theirs", "/Dest[@page7/Fit]",
			"/Dest[@page7/Fit]/AA<</E<</S/GoTo/D[@page7/Fit]>>>>"), Active, 0},
		{"a trigger of a page", put("page6", "/Type/Page", "/Type/Page/AA<</O<</S/GoTo/D[@page7/Fit]>>>>"), Active, 0},
		{"a script on opening", catalog("/OpenAction<</S/JavaScript/JS(x)>>"), Active, 0},
		{"an unknown action on opening", catalog("/OpenAction<</S/Own>>"), Active, 0},
		{"a script of the file", put("catalog", "/Names<<", "/Names<</JavaScript<</Names[(a)[]]>>"), Active, 0},
		{"a base of addresses", catalog("/URI<</Base(http://a)>>"), Active, 0},
		{"a portfolio", catalog("/Collection<<>>"), Active, 0}, {"a form that is a program",
			put("catalog", "/AcroForm<<", "/AcroForm<</XFA[]"), FormActs, 0},
		{"a script of the outline", put("o3", "/Title", "/A<</S/JavaScript/JS(x)>>/Title"), Active, 0},
		{"data in another file", func(t *testing.T, k *kit) { k.stream("x", "/F(/etc/passwd)", "") }, ActiveOutside, 0},
		{"a page of another file", func(t *testing.T, k *kit) { k.stream("x", "/Ref<</F(a.pdf)/Page 0>>", "") },
			ActiveOutside, 0},
		{"a picture of another file", func(t *testing.T, k *kit) { k.stream("x", "/OPI<<>>", "") }, ActiveOutside, 0},
	}
	for _, kind := range loudActions {
		list = append(list, fault{"a link that is " + kind, theirs("<</S/" + kind + "/F(x)>>"), Active, 0})
	}
	for _, kind := range []string{"RichMedia", "Screen", "Movie", "Sound", "3D", "Own"} {
		list = append(list, fault{"an annotation that is " + kind, func(t *testing.T, k *kit) {
			k.swap(t, "page6", "/Annots[", "/Annots[<</Type/Annot/Rect[0 0 9 9]/Subtype/"+kind+">>")
		}, ActiveAnnotation, 6})
	}
	for _, uri := range []string{"(javascript:x)", "(Java\nScript:x)", "( file:///x)", "(%6Aavascript:x)",
		"(javascript%3Ax)", "(//host/x)", "(\\\\\\\\host\\\\x)",
		"<6A00730A3A>", "(data:x)", "(:x)"} {
		list = append(list, fault{"an address " + uri, address(uri), ActiveAddress, 0})
	}
	runFaults(t, list)
}
