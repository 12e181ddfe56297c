package assembly

import (
	"fmt"
	"testing"

	"rapporteur/layout"
	"rapporteur/sources/pdf"
)

// letterhead is one of the files that are made from the same template: the font, its widths and its program are equal
// in all, though their numbers are not; its annotation looks like the others', and is its own.
func letterhead(words string, apart int) []byte {
	font, widths, descriptor, program := 7+apart, 8+apart, 9+apart, 10+apart
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 "+
			"R]/Resources<</Font<</F %d 0 R>>>>>>", font),
		"<<>> stream:BT /F 12 Tf (" + words + ") Tj ET",
		"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(alike)>>", "null"}
	for range apart {
		objects = append(objects, "null")
	}
	objects = append(objects,
		fmt.Sprintf("<</Type/Font/Subtype/TrueType/BaseFont/AAAAAA+House/FirstChar 32/LastChar 34/Widths %d 0 "+
			"R/FontDescriptor %d 0 R>>", widths, descriptor),
		"[250 333 408]",
		fmt.Sprintf("<</Type/FontDescriptor/FontName/AAAAAA+House/Flags 32/FontFile2 %d 0 R>>", program),
		"<<>> stream:the font's program")
	return file(objects...)
}

// TestEqualLeavesStandOnce: a font that two originals hold stands once with all that belongs to it, and what is
// somebody stands as often as it is somebody.
func TestEqualLeavesStandOnce(t *testing.T) {
	one, two := received("one", 1), received("two", 1)
	s := newStory(t, []*layout.Run{chapter("c", 1, "#c-head"), one, two}, map[string]*handed{
		"one": original("one.pdf", letterhead("first", 0)), "two": original("two.pdf", letterhead("second", 3))})
	data, _ := s.write()
	d := read(t, data)
	var fonts, annotations, contents []int
	for _, p := range d.Pages()[s.plan.Runs[1].First-1:] {
		font := d.Dict(p.Dict["Resources"])["Font"]
		fonts = append(fonts, pdf.RefNumber(d.Dict(font)["F"]))
		annotations = append(annotations, pdf.RefNumber(d.Array(p.Dict["Annots"])[0]))
		numbers, _ := d.ContentNumbers(p)
		contents = append(contents, numbers[1])
	}
	if len(fonts) != 2 || fonts[0] != fonts[1] || fonts[0] == 0 {
		t.Errorf("fonts %v", fonts)
	}
	if annotations[0] == annotations[1] || contents[0] == contents[1] {
		t.Errorf("annotations %v, contents %v", annotations, contents)
	}
	if b, _ := d.String(d.Dict(d.Object(annotations[1]))["Contents"]); string(b) != "alike" {
		t.Errorf("the second annotation says %q", b)
	}
	program, ok := d.Stream(key(d, d.Object(fonts[0]), "FontDescriptor", "FontFile2"))
	if widths := d.Array(d.Dict(d.Object(fonts[0]))["Widths"]); !ok || string(program.Raw) != "the font's program" ||
		len(widths) != 3 {
		t.Errorf("the font has lost its parts: %v", d.Object(fonts[0]))
	}
}

// TestLeavesInACircle: what looks like a leaf and leads back to itself is written all the same.
func TestLeavesInACircle(t *testing.T) {
	data := file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>>>",
		"<</Type/Font/Subtype/Type0/BaseFont/X/Back 5 0 R>>", "<</Type/FontDescriptor/Font 4 0 R/Self 5 0 R>>")
	s := newStory(t, []*layout.Run{chapter("c", 1, "#c-head"), received("one", 1)},
		map[string]*handed{"one": original("one.pdf", data)})
	out, _ := s.write()
	d := read(t, out)
	p := d.Pages()[s.plan.Runs[1].First-1]
	font := d.Dict(d.Dict(d.Dict(p.Dict["Resources"])["Font"])["F"])
	back := d.Dict(font["Back"])
	if d.Name(font["BaseFont"]) != "X" || d.Name(d.Dict(back["Font"])["BaseFont"]) != "X" ||
		pdf.RefNumber(back["Self"]) != pdf.RefNumber(font["Back"]) {
		t.Errorf("font %v, behind it %v", font, back)
	}
}
