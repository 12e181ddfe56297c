package report

import (
	"context"
	"flag"
	"path/filepath"
	"testing"

	"rapporteur/report/manifesttest"
)

var manifests = flag.Uint64("manifests", 60, "how many random manifests are checked and built; 2,000 take some minutes")

// TestWhatCheckPassesBuildMakes builds reports of random manifests: check has nothing against them, and neither has
// verify against what is built.
func TestWhatCheckPassesBuildMakes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "figure.png", figure(t))
	write(t, dir, "a.pdf", example(t, "ctitf"))
	write(t, dir, "b.pdf", example(t, "host-country"))
	in := Input{Manifest: filepath.Join(dir, "report.yaml"), Out: filepath.Join(dir, "dist")}
	for seed := range *manifests {
		manifest := manifesttest.Random(seed)
		write(t, dir, "report.yaml", []byte(manifest))
		result, err := Check(context.Background(), in)
		if err != nil || result.Failed {
			t.Fatalf("seed %d: check says %v\n%s\n%s", seed, err, messages(result), manifest)
		}
		result, err = Build(context.Background(), in)
		if err != nil || result.Failed || len(result.Findings) > 0 {
			t.Fatalf("seed %d: build says %v\n%s\n%s", seed, err, messages(result), manifest)
		}
	}
}
