package lex

import (
	"strings"
	"testing"
)

// TestUnendedImage: an inline image with which content ends is ended for readers that count its bytes, that decode
// them, and that look for EI.
func TestUnendedImage(t *testing.T) {
	for content, want := range map[string]string{
		"BI/W 9/H 9/F/Fl ID abc":                   "EI\n",
		"BI/W 2/H 2/BPC 8/CS/G ID abc":             " \nEI\n",
		"BI/W 9/H 1/BPC 8/CS/G ID abc EI Q":        " \nEI\n", // it ends for some, and is nine bytes long for others
		"BI/W 3/H 1/BPC 8/CS/G ID abc EI Q":        "",
		"BI/W 9/H 9/F[/A85/Fl] ID abc":             "~>\nEI\n",
		"BI/W 9/H 9/Filter/ASCIIHexDecode ID 41":   ">\nEI\n",
		"BI/W 9/H 9/F/RL ID abc":                   strings.Repeat("\x80", 129) + "\nEI\n",
		"BI/W 999999/H 999999/BPC 8/CS/RGB ID abc": "EI\n", // no reader can be waited for
		"BI/W 2/H 2/BPC 8/CS/G ID abcd EI BI ID x": "EI\n",
		"BI/W 9/H":              " 1/W 1/H 1/BPC 1/CS/G\nID  \nEI\n",
		"BI/W 9/H 9/F/AHx":      "/W 1/H 1/BPC 1/CS/G\nID  >\nEI\n",
		"BI/W 2/H 1/BPC 8/CS/G": "/W 1/H 1/BPC 1/CS/G\nID  \nEI\n",
		"BI/W 9/F[/A85":         "]/W 1/H 1/BPC 1/CS/G\nID  ~>\nEI\n",
		"BI/W 9/F[/RL/Fl ":      "]/W 1/H 1/BPC 1/CS/G\nID  " + strings.Repeat("\x80", 129) + "\nEI\n",
		"BI/W 9/D[0 ":           "]/W 1/H 1/BPC 1/CS/G\nID  \nEI\n",
		"BI":                    "/W 1/H 1/BPC 1/CS/G\nID  \nEI\n",
		"BI/W 9/H 9/EI":         " 1/W 1/H 1/BPC 1/CS/G\nID  \nEI\n",
		"BI/W 2/H 2/BPC 8/CS/G ID abcd EI q (a) Tj Q": "",
	} {
		var ops Operators
		ops.Reset([]byte(content))
		for ops.Next() != nil {
		}
		if got := string(ops.Unfinished()); got != want {
			t.Errorf("%s: %q, want %q", content, got, want)
		}
	}
}
