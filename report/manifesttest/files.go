package manifesttest

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"path/filepath"
)

// Lay writes all files that manifests name into a folder.
func Lay(dir string) error {
	files := Originals()
	var emblem bytes.Buffer
	if err := png.Encode(&emblem, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		return err
	}
	files["emblem.png"] = emblem.Bytes()
	files["texts.md"] = []byte("A text of its own.\n")
	files["grouped.csv"] = []byte("group,delegation,name,honorific,role,institution\nStates,Norway,,,Minister,\n" +
		"States,norway,Head,Mr.,,Ministry\nOthers,un,,,Observer,\n")
	files["flat.csv"] = []byte("name,role\n,Representative\nوفد,\n")
	files["none.csv"] = []byte("name,role\n")
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// Write writes a manifest into a file.
func Write(file string, m Object) error {
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o666)
}
