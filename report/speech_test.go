package report

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"rapporteur/layout/lang"
)

// heardRuns are the kinds of pages whose words the goldens hold; others hold references, which their own tests compare.
var heardRuns = []string{"contents", "figures", "tables", "background", "guest", "participants", "index"}

// TestSpeech compares what a screen reader says of a report in each official language with what stands in
// testdata/speech: lists, tables and figures by their names, notes after their paragraphs, lines of the contents in
// words. The goldens were read by eye.
func TestSpeech(t *testing.T) {
	files, err := filepath.Glob("testdata/speech/*.txtar")
	if err != nil || len(files) != 6 {
		t.Fatalf("%d goldens: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, in := heardReport(t, file)
			out := &txtar.Archive{Comment: archive.Comment, Files: heardSources(archive)}
			for _, run := range heardRuns {
				var got bytes.Buffer
				result, err := Show(context.Background(), in, "speech", run, &got)
				if err != nil || result.Failed {
					t.Fatalf("%s: %v\n%s", run, err, messages(result))
				}
				out.Files = append(out.Files, txtar.File{Name: "heard " + run, Data: got.Bytes()})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(out), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got, want := string(txtar.Format(out)), string(txtar.Format(archive)); got != want {
				t.Errorf("go test ./report -run Speech -update rewrites the golden:\n%s", firstDifference(got, want))
			}
		})
	}
}

// heardSources are the files of a golden that a report is made of.
func heardSources(a *txtar.Archive) []txtar.File {
	return slices.DeleteFunc(slices.Clone(a.Files),
		func(f txtar.File) bool { return strings.HasPrefix(f.Name, "heard ") })
}

// heardReport lays down the report of a golden, with the picture that it names.
func heardReport(t *testing.T, file string) (*txtar.Archive, Input) {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var chart bytes.Buffer
	if err := png.Encode(&chart, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range append(heardSources(archive), txtar.File{Name: "chart.png", Data: chart.Bytes()}) {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return archive, Input{Manifest: filepath.Join(dir, "report.yaml")}
}

// TestWhatIsHeardIsInTheUnit: the words that are not printed are in the structure elements and annotations.
func TestWhatIsHeardIsInTheUnit(t *testing.T) {
	_, in := heardReport(t, "testdata/speech/en.txtar")
	for run, want := range map[string][]string{
		"background": {"<</S/TD/ActualText(empty)/P", "<</S/Lbl/Alt(Note 1)/Pg", "<</S/TH/A<</O/Table/Scope/Row>>/Pg",
			"<</S/Table/A<</O/Table/Summary(Projects by region)>>",
			"<</S/L/T(The delegations asked two questions)", `to #note:background:1 "Note 1"`},
		"contents": {"<</S/Span/Alt(, paragraphs 1 to 2)", "<</S/Span/Alt(, page 1)",
			`to #background "I. Background, paragraphs 1 to 2, page 1"`},
	} {
		var got bytes.Buffer
		if result, err := Show(t.Context(), in, "unit", run, &got); err != nil || result.Failed {
			t.Fatalf("%s: %v", run, err)
		}
		for _, words := range want {
			if !strings.Contains(got.String(), words) {
				t.Errorf("%s does not hold %s:\n%s", run, words, got.String())
			}
		}
	}
}

// TestSpeechOfOriginals: a page without tags is heard as what the report says of it, one with tags by those.
func TestSpeechOfOriginals(t *testing.T) {
	for run, want := range map[string]string{
		"original:host-country:1": "  page 1, facsimile: Chef de la délégation (Suisse). Déclaration d’ouverture, " +
			"tel que reçu, page 1 sur 2 ; son texte se trouve à la page ",
		"original:egypt:1": "  the original's own tags\n",
	} {
		var got bytes.Buffer
		result, err := Show(t.Context(), Input{Manifest: "../cmd/rapporteur/starter/report.yaml"}, "speech", run, &got)
		if err != nil || result.Failed || !strings.Contains(got.String(), want) {
			t.Errorf("%s: %v, is heard as\n%s", run, err, got.String())
		}
	}
	in := Input{Manifest: "../cmd/rapporteur/starter/report.yaml"}
	if _, err := Show(t.Context(), in, "speech", "nobody", io.Discard); !errors.Is(err, ErrUnknownRun) {
		t.Errorf("a run that is not there: %v", err)
	}
}

// TestSpeechOfOriginalsIsOneLanguage: what is added about an original, in whatever language it is, is in the report's,
// as the names and titles within it are.
func TestSpeechOfOriginalsIsOneLanguage(t *testing.T) {
	added := regexp.MustCompile(`(?m)^  page \d+, ([a-z-]+): (.*)$`)
	for _, code := range []string{"fr", "en", "ar"} {
		var got bytes.Buffer
		in := Input{Manifest: "../cmd/rapporteur/starter/report.yaml", Edition: code}
		if result, err := Show(t.Context(), in, "speech", "", &got); err != nil || result.Failed {
			t.Fatalf("%s: %v", code, err)
		}
		lines := added.FindAllStringSubmatch(got.String(), -1)
		if len(lines) < 20 {
			t.Fatalf("%s: only %d lines are said of originals", code, len(lines))
		}
		for _, line := range lines {
			words, _, _ := strings.Cut(lang.Embedded().Of(code).Strings[line[1]], "{count}")
			rest, ok := line[2], words != ""
			for _, piece := range regexp.MustCompile(`\{[a-z]+\}`).Split(words, -1) {
				_, after, found := strings.Cut(rest, piece)
				rest, ok = after, ok && found
			}
			if !ok {
				t.Errorf("%s: it does not speak by %q: %s", code, words, line[0])
			}
		}
	}
}

// TestUntypesetIsSaid: where the words of an original without tags stand nowhere, those who hear the report are told.
func TestUntypesetIsSaid(t *testing.T) {
	for text, want := range map[string]string{"": "its text is not given elsewhere in this document",
		"text: We thank the Chair., ": "its text stands on page "} {
		dir := t.TempDir()
		write(t, dir, "a.pdf", bareFile())
		write(t, dir, "report.yaml", []byte(strings.Replace(handedInAs("a.pdf"), "original:", text+"original:", 1)))
		var got bytes.Buffer
		in := Input{Manifest: filepath.Join(dir, "report.yaml")}
		result, err := Show(t.Context(), in, "speech", "", &got)
		if err != nil || result.Failed || !strings.Contains(got.String(), ", as received, page 1 of 1; "+want) {
			t.Errorf("with %q: %v %s\n%s", text, err, messages(result), got.String())
		}
	}
}

// described are the descriptions of links in a unit, as it is shown.
var described = regexp.MustCompile(`to #\S+ ("[^"]*")`)

// TestLinksSayTheirPages: a link's description holds the page that the reference prints, in each language; none ends
// where the number should stand.
func TestLinksSayTheirPages(t *testing.T) {
	for _, code := range []string{"ar", "en", "es", "fr", "ru", "zh"} {
		_, in := heardReport(t, "testdata/speech/"+code+".txtar")
		prefix, _, _ := strings.Cut(lang.Embedded().Of(code).Strings["page-ref"], "{n}")
		paged := regexp.MustCompile(regexp.QuoteMeta(strings.TrimSpace(prefix)) + `[ \x{a0}\x{202f}]*(\d+|[ivxl]+)`)
		count := 0
		for _, run := range []string{"background", "guest", "opening", "run:recommendations"} {
			var got bytes.Buffer
			if result, err := Show(t.Context(), in, "unit", run, &got); errors.Is(err, ErrUnknownRun) {
				continue
			} else if err != nil || result.Failed {
				t.Fatalf("%s, %s: %v", code, run, err)
			}
			for _, m := range described.FindAllStringSubmatch(got.String(), -1) {
				words, err := strconv.Unquote(m[1])
				bare := strings.TrimRight(words, " \u00a0\u202f)）")
				if words == lang.Embedded().Of(code).Strings["note-back"] {
					continue
				}
				if err != nil || strings.HasSuffix(bare, strings.TrimSpace(prefix)) {
					t.Errorf("%s, %s: a link is described as %s: %v", code, run, m[1], err)
				}
				if paged.MatchString(words) {
					count++
				}
			}
		}
		if count == 0 {
			t.Errorf("%s: no link says a page", code)
		}
	}
}
