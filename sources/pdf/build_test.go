package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"
)

// file builds small PDFs for the tests: objects by number, written in order, with a table that is right unless a test
// spoils it.
type file struct {
	header  string
	objects []string // object i+1; "" is left out
	trailer string   // behind Size and Root
}

// add gives an object the next number.
func (f *file) add(format string, args ...any) int {
	f.objects = append(f.objects, fmt.Sprintf(format, args...))
	return len(f.objects)
}

// stream adds a stream with a right Length.
func (f *file) stream(dict, data string) int {
	return f.add("<<%s/Length %d>>stream\n%s\nendstream", dict, len(data), data)
}

// bytes writes the file; object 1 is the catalog.
func (f *file) bytes() []byte {
	var b bytes.Buffer
	if f.header == "" {
		f.header = "%PDF-1.7\n"
	}
	b.WriteString(f.header)
	var table bytes.Buffer
	for i, o := range f.objects {
		if o == "" {
			table.WriteString("0000000000 00000 f \n")
			continue
		}
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects)+1, table.String(), len(f.objects)+1, f.trailer, at)
	return b.Bytes()
}

// onePage is a file of one page with a content stream: catalog 1, tree 2, page 3, content 4.
func onePage() *file {
	f := &file{}
	f.add("<</Type/Catalog/Pages 2 0 R>>")
	f.add("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	f.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 4 0 R/Resources<<>>>>")
	f.stream("", "q 1 0 0 1 0 0 cm Q")
	return f
}

func mustOpen(t *testing.T, data []byte, passwords ...string) *Document {
	t.Helper()
	d, err := Open(context.Background(), data, Options{Passwords: passwords})
	if err != nil {
		t.Fatalf("not opened: %v", err)
	}
	return d
}

func wantKind(t *testing.T, data []byte, want Kind, passwords ...string) {
	t.Helper()
	_, err := Open(context.Background(), data, Options{Passwords: passwords})
	var f *Fault
	if !errors.As(err, &f) {
		t.Fatalf("error %v, should be a Fault of kind %v", err, want)
	}
	if f.Kind != want {
		t.Fatalf("%v, should be of kind %v", f, want)
	}
}
