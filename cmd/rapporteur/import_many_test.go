package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// spellings are what people call delegations in the names of files, in any language and by any code.
var spellings = map[string]string{
	"UK": "united-kingdom", "Great Britain": "united-kingdom", "USA": "united-states", "U.S.A": "united-states",
	"États-Unis": "united-states", "Estados Unidos": "united-states", "美国": "united-states",
	"South Korea": "south-korea", "Rep. of Korea": "south-korea", "ROK": "south-korea", "DPRK": "north-korea",
	"Ivory Coast": "cote-d-ivoire", "Cote d'Ivoire": "cote-d-ivoire", "CIV": "cote-d-ivoire", "RDC": "dr-congo",
	"Czech Republic": "czechia", "Iran": "iran", "Iran (Islamic Rep. of)": "iran", "Bolivia": "bolivia",
	"Viet Nam": "vietnam", "Vietnam": "vietnam", "Allemagne": "germany", "Alemania": "germany",
	"Германия": "germany", "Japon": "japan", "日本": "japan", "اليابان": "japan", "Brasil": "brazil",
	"Brésil": "brazil", "Holy See": "holy-see", "Saint-Siège": "holy-see", "New Zealand": "new-zealand",
	"NZL": "new-zealand", "Papua New Guinea": "papua-new-guinea", "Guinea-Bissau": "guinea-bissau",
	"Guinée équatoriale": "equatorial-guinea", "South_Africa": "south-africa", "Afrique du Sud": "south-africa",
	"Южная Африка": "south-africa", "Saudi Arabia": "saudi-arabia", "KSA": "saudi-arabia",
	"المملكة العربية السعودية": "saudi-arabia", "UAE": "united-arab-emirates",
	"Emiratos Arabes Unidos": "united-arab-emirates", "The Gambia": "gambia",
	"Trinidad & Tobago": "trinidad-and-tobago", "Sri Lanka": "sri-lanka", "Dominican Republic": "dominican-republic",
	"Dominica": "dominica", "Niger": "niger", "Nigeria": "nigeria", "Нигерия": "nigeria",
	"Bosnia and Herzegovina": "bosnia", "BIH": "bosnia", "European Union": "eu", "EU": "eu",
	"African Union": "african-union", "Red Cross ICRC": "icrc", "CICR": "icrc", "FAO": "fao",
	"World Bank": "world-bank", "Marruecos": "morocco", "Maroc": "morocco", "Argelia": "algeria",
	"Algérie": "algeria", "Turkey": "turkiye", "Swaziland": "eswatini",
}

// wrappings are how those names stand in the names of files.
var wrappings = []string{"%s", "%s statement FINAL", "FINAL statement %s (2)", "Statement by %s - as delivered",
	"%s_speech_v3", "03 %s", "Copy of %s statement", "Intervention %s", "RE_ %s - remarks (signed)",
	"%s - Check against delivery"}

// TestImportMany: in a folder of two hundred files, from the example and under names as people give them, a line a
// statement at most is left to write, every file is a line of the manifest or told, and a second time nothing changes.
func TestImportMany(t *testing.T) {
	dir := t.TempDir()
	receive(t, dir, inbox...)
	files, want := len(inbox), append([]received(nil), inbox...)
	sessions, n := []string{"02_Appeal", "Closing", "Session 3 - Capacity"}, 0
	for _, name := range slices.Sorted(maps.Keys(spellings)) {
		for _, wrapped := range []string{wrappings[n%len(wrappings)], wrappings[(n+3)%len(wrappings)]} {
			if files >= 185 {
				break
			}
			n++
			path := sessions[n%3] + "/" + fmt.Sprintf(wrapped, name) + []string{".txt", ".md"}[n%2]
			put(t, dir, path, fmt.Sprintf("We thank the Chair for place number %d on the list.\n", n))
			want = append(want, received{name: path, is: spellings[name]})
			files++
		}
	}
	again := 200 - files
	for i := 0; files < 200; i++ { // what is there already, once more
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(want[60+i].name)))
		if err != nil {
			t.Fatal(err)
		}
		put(t, dir, fmt.Sprintf("Closing/again %d.txt", i), string(data))
		files++
	}
	said := imported(t, made, "import", dir)
	manifest := filepath.Join(dir, defaultManifest)
	data, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	judged := want[:0:0]
	for _, f := range want { // of versions of one file the newest is taken, and the others are told
		if !strings.Contains(said, f.name+" is not taken: ") {
			judged = append(judged, f)
		}
	}
	if len(judged) < 150 || strings.Count(said, "is the same file, byte for byte") != again {
		t.Errorf("%d of %d files are taken:\n%s", len(judged), files, said)
	}
	text, statements := readManifest(t, manifest, judged)
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	if most := leftToWrite(&root); most > 1 {
		t.Errorf("%d lines are left to write in one statement:\n%s", most, text)
	}
	t.Logf("%d files, %d of them taken as %d statements", files, len(judged), statements)
	put(t, dir, "Closing/Kenia.txt", "Later.\n")
	imported(t, made, "import", dir)
	now, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	kept(t, string(data), string(now))
	if bytes.Equal(data, now) || bytes.Count(now, []byte("\n"))-bytes.Count(data, []byte("\n")) > 4 {
		t.Errorf("one file more adds\n%s", now[len(data)-100:])
	}
}

// leftToWrite counts the lines in which something is left to write, in the statement that has most of them.
func leftToWrite(n *yaml.Node) (most int) {
	if n.Kind == yaml.MappingNode {
		lines := map[int]bool{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == "statements" {
				for _, st := range n.Content[i+1].Content {
					clear(lines)
					marked(st, lines)
					most = max(most, len(lines))
				}
			}
		}
	}
	for _, c := range n.Content {
		most = max(most, leftToWrite(c))
	}
	return most
}

func marked(n *yaml.Node, lines map[int]bool) {
	if n.Value == "?" {
		lines[n.Line] = true
	}
	for _, c := range n.Content {
		marked(c, lines)
	}
}
