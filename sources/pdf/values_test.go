package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/sources/pdf/lex"
)

// TestMarkID: the identifier of marked content stands in its property list, not in what that holds, or in the one that
// it names, and is no less than 0.
func TestMarkID(t *testing.T) {
	lists := map[string]types.Dict{"MC0": {"MCID": types.Integer(7)}, "MC1": {"MCID": types.Integer(-1)},
		"MC2": {"MCID": types.Float(7)}, "MC3": {}, "MC 4": {"MCID": types.Integer(0)}}
	property := func(name string) types.Dict { return lists[name] }
	for content, want := range map[string]int{
		"/P <</MCID 3>> BDC": 3, "/P <</MCID 0>> BDC": 0, "/P <</MCID -3>> BDC": -1, "/P <</MCID 3.5>> BDC": -1,
		"/P <</Lang(en)/MCID 3/E(x)>> BDC": 3, "/P <</A<</MCID 3>>>> BDC": -1, "/P <</A<</MCID 3>>/MCID 4>> BDC": 4,
		"/P <</MCID 4/A<</MCID 3>>>> BDC": 4, "/P <</A[/MCID 3]>> BDC": -1, "/P <</MCID 4/A[1 2]>> BDC": 4,
		"/P <</MCIDS 3>> BDC": -1, "/P /MC0 BDC": 7, "/P /MC1 BDC": -1, "/P /MC2 BDC": -1, "/P /MC3 BDC": -1,
		"/P /None BDC": -1, "/P /MC#204 BDC": 0, "<</MCID 3>> BDC": 3, "/MC0 BDC": -1, "BDC": -1, "/P BDC": -1,
		"/MCID 3 /P 4 BDC": -1, "/P <</MCID 3>> 5 BDC": -1,
	} {
		var ops lex.Operators
		ops.Reset([]byte(content))
		ops.Next()
		got, ok := MarkID(ops.Operands, property)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%s: %d, want %d", content, got, want)
		}
		if _, ok := MarkID(ops.Operands, nil); ok && want == 7 {
			t.Errorf("%s: an identifier though no list is known", content)
		}
	}
}

// TestValues: a value is what it is or refers to, of its kind; what leads nowhere, or in a circle, is none.
func TestValues(t *testing.T) {
	f := onePage()
	f.add("5") // 5
	f.add("3.0")
	f.add("3.5")
	f.add("(a\\051)")
	f.add("/N#61me")
	f.add("true") // 10
	f.add("[1 2]")
	f.add("<</A 1>>")
	f.stream("/B 2", "data")
	f.add("15 0 R") // 14
	f.add("14 0 R")
	f.add("5 0 R") // 16
	f.add("99999999999.0")
	d := mustOpen(t, f.bytes())
	ref := func(n int) types.Object { return types.IndirectRef{ObjectNumber: types.Integer(n)} }
	for n, want := range map[int]string{5: "5 true 5 true", 6: "3 true 3 true", 7: "0 false 3.5 true",
		8:  "0 false 0 false",
		14: "0 false 0 false", 16: "5 true 5 true", 99: "0 false 0 false", 17: "0 false 9.9999999999e+10 true"} {
		i, isInt := d.Int(ref(n))
		v, isNumber := d.Number(ref(n))
		if got := sprint(i, isInt, v, isNumber); got != want {
			t.Errorf("object %d is %s, want %s", n, got, want)
		}
	}
	if s, ok := d.String(ref(8)); !ok || string(s) != "a)" {
		t.Errorf("the string is %q, %v", s, ok)
	}
	if _, ok := d.String(ref(5)); ok {
		t.Error("a number is a string")
	}
	if d.Name(ref(9)) != "Name" || d.Name(ref(8)) != "" || !d.Bool(ref(10)) || d.Bool(ref(5)) ||
		len(d.Array(ref(11))) != 2 || d.Array(ref(12)) != nil || d.Dict(ref(12))["A"] == nil ||
		d.Dict(ref(13))["B"] == nil || d.Dict(ref(11)) != nil {
		t.Error("values are of other kinds than they are")
	}
	if s, ok := d.Stream(ref(13)); !ok || string(s.Raw) != "data" {
		t.Errorf("the stream is %+v", s)
	}
	if _, ok := d.Stream(ref(12)); ok || d.Resolve((*types.IndirectRef)(nil)) != nil {
		t.Error("a dictionary is a stream, or nothing is something")
	}
}

func sprint(v ...any) string { return strings.TrimSuffix(fmt.Sprintln(v...), "\n") }
