package assembly

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"rapporteur/layout"
	"rapporteur/sources/pdf"
)

// TestField links each PDF of the field behind a chapter and reads the result back: pages, content streams, links and
// outline that led somewhere before. RAPPORTEUR_FIELD names the folder of PDFs.
func TestField(t *testing.T) {
	dir := os.Getenv("RAPPORTEUR_FIELD")
	if dir == "" {
		t.Skip("RAPPORTEUR_FIELD names no folder of PDFs to try")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.pdf"))
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			was, err := pdf.Open(context.Background(), data, pdf.Options{})
			if err != nil {
				t.Skip("the reader refuses this file, as it should: ", err)
			}
			n := len(was.Pages())
			pages := make([]int, n)
			for i := range pages {
				pages[i] = i
			}
			s := newStory(t, []*layout.Run{chapter("a", 1, "#o"), received("o", n)},
				map[string]*handed{"o": original(filepath.Base(f), data, pages...)})
			var b bytes.Buffer
			_, err = Write(context.Background(), &b, s.plan, s.unit)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range s.findings {
				t.Log(x.Code, x.What, x.Count)
			}
			if os.Getenv("ASSEMBLY_OUT") != "" {
				os.WriteFile(filepath.Join(os.Getenv("ASSEMBLY_OUT"), filepath.Base(f)), b.Bytes(), 0o644)
			}
			now, err := pdf.Open(context.Background(), b.Bytes(), pdf.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(now.Repaired()) > 0 {
				t.Error(now.Repaired())
			}
			first := s.plan.Runs[1].First - 1
			for i, p := range was.Pages() {
				q := now.Pages()[first+i]
				var all [][]byte
				for _, c := range now.Contents(q) {
					all = append(all, c.Raw)
				}
				for k, c := range was.Contents(p) {
					if k+1 >= len(all) || !bytes.Equal(all[k+1], c.Raw) {
						t.Errorf("page %d: content stream %d is not what it was", i+1, k+1)
					}
				}
				if p.MediaBox != q.MediaBox || p.CropBox != q.CropBox || p.Rotate != q.Rotate ||
					p.UserUnit != q.UserUnit {
					t.Errorf("page %d: boxes %v %v %d, were %v %v %d", i+1, q.MediaBox, q.CropBox, q.Rotate, p.MediaBox,
						p.CropBox, p.Rotate)
				}
				if s.contents["o"][i] != was.ContentHash(p) {
					t.Errorf("page %d: content hash", i+1)
				}
				if bal, err := now.Scan(q, nil); err == nil &&
					(bal.UnclosedQ != 0 || len(bal.ExtraQ) != 0 || bal.OpenText || bal.OpenMarks != 0) {
					t.Errorf("page %d: out of balance: %+v", i+1, bal)
				}
				if a, b := len(was.Annotations(p)), len(now.Annotations(q)); a != b {
					t.Errorf("page %d: %d annotations, were %d", i+1, b, a)
				}
			}
		})
	}
}
