package office

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rapporteur/sources/diag"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestFilesOfPrograms compares what is read of files that programs wrote with what stands in testdata under their
// names.
func TestFilesOfPrograms(t *testing.T) {
	for _, name := range []string{"libreoffice.docx", "libreoffice.odt", "pandoc.docx", "pandoc.odt"} {
		data, err := os.ReadFile(filepath.Join("..", "testdata", "office", name))
		if err != nil {
			t.Fatal(err)
		}
		d, told, err := read(data)
		if err != nil {
			t.Fatal(name, err)
		}
		var got bytes.Buffer
		write(&got, d, told)
		golden := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s is (go test ./sources/office -run Programs -update rewrites it)\n%s", name, got.Bytes())
		}
	}
}

// write writes a document, a line a paragraph or run, and what is told of it.
func write(b *bytes.Buffer, d *Document, told []diag.Diagnostic) {
	writeBlocks(b, "", d.Blocks)
	for i, note := range d.Notes {
		fmt.Fprintf(b, "note %d\n", i)
		writeBlocks(b, "  ", note)
	}
	for _, f := range told {
		fmt.Fprintf(b, "told %s at %d near %q: %s\n", f.Code, f.Pos.Line, f.Pos.Near, f.Message("en"))
	}
}

func writeBlocks(b *bytes.Buffer, in string, list []Block) {
	for _, block := range list {
		if t := block.Table; t != nil {
			fmt.Fprintf(b, "%stable at %d of %d columns, %d heads\n", in, t.At.Number, t.Columns, t.Heads)
			for _, row := range t.Rows {
				fmt.Fprintf(b, "%s  row\n", in)
				for _, c := range row {
					fmt.Fprintf(b, "%s    cell of %d, below %v\n", in, c.Span, c.Below)
					writeBlocks(b, in+"      ", c.Blocks)
				}
			}
			continue
		}
		p := block.Para
		fmt.Fprintf(b, "%spart %d level %d at %d near %q indent %d align %q leftward %v own %d bookmarks %q", in,
			p.Part,
			p.Level,
			p.At.Number, p.At.Near, p.Indent, p.Align, p.Leftward, p.Own, slices.Sorted(slices.Values(p.Bookmarks)))
		if p.Item != nil {
			fmt.Fprintf(b, " item %+v", *p.Item)
		}
		b.WriteString("\n")
		for _, r := range p.Runs {
			fmt.Fprintf(b, "%s  run %d %q look %d %s %s note %d", in, r.Kind, r.Text, r.Look, r.Lang, r.Link, r.Note)
			if r.Image != nil {
				fmt.Fprintf(b, " image %s %q", r.Image.Part, r.Image.Alt)
			}
			b.WriteString("\n")
		}
	}
}
