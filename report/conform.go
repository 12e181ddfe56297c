package report

import (
	"slices"
	"strings"

	"rapporteur/fonts"
	"rapporteur/report/conformance"
	"rapporteur/report/document"
	"rapporteur/report/ledger"
	"rapporteur/sources/diag"
)

// conformity is how far the originals of a report conform, and what the report therefore claims.
type conformity struct {
	verdicts []*judged
	byItself map[*document.Original]*judged
	reached  conformance.Levels // by every original and the whole
	claimed  conformance.Levels
}

// judged is an original of the report with its verdict in the whole.
type judged struct {
	original *document.Original
	verdict  *conformance.Verdict
}

// conform judges the report and decides what it claims: what the manifest asks for, or as much as holds. Levels that
// the manifest asks for and that are missed are errors at the originals that keep the report from them.
func (e *edition) conform() {
	c := &e.conformity
	c.byItself = map[*document.Original]*judged{}
	var list []conformance.Received
	parts := e.document.Parts
	for i := range parts {
		p := &parts[i]
		r := e.originals.of[p.Original]
		if !p.Kind.Received() || r == nil || r.verdict == nil {
			continue
		}
		depth := p.Depth
		if i > 0 {
			depth = parts[i-1].Depth
		}
		spoken := r.facts.Tagged && !r.facsimile() || r.facts.Format != "" || p.HasText()
		list = append(list, conformance.Received{Verdict: r.verdict, Depth: depth, Spoken: spoken})
		v := &judged{original: p.Original}
		c.verdicts, c.byItself[p.Original] = append(c.verdicts, v), v
	}
	c.reached = conformance.All
	for i, v := range conformance.Whole(list) {
		c.verdicts[i].verdict = v
		c.reached &= v.Levels
	}
	switch asked := e.document.Settings.Conformance.Value; asked {
	case "none":
	case "", "best":
		c.claimed = c.reached
	default:
		want, err := conformance.Parse(asked)
		if err != nil {
			return // the reader has said so
		}
		if c.claimed = want; !c.reached.Has(want) {
			e.missed(want)
		}
	}
}

// missed tells what keeps the report from the levels that the manifest asks for, and which key asks.
func (e *edition) missed(want conformance.Levels) {
	e.bag.AddAs(diag.Error, "conformance-missed", e.document.Settings.Conformance.Pos, "", diag.Args{
		"asked": strings.Join(want.Claims(), ", "), "reached": strings.Join(e.conformity.reached.Claims(), ", ")})
	for _, v := range e.conformity.verdicts {
		for _, d := range v.reasons(want) {
			e.bag.AddAs(diag.Error, d.Code, d.Pos, d.Item, d.Args)
		}
	}
}

// reasons say in words for people why an original keeps the report from levels: each in words of its own once, with the
// clauses that it breaks, the first page and how often.
func (v *judged) reasons(levels conformance.Levels) []diag.Diagnostic {
	var list []diag.Diagnostic
	counts := map[string]int{}
	for _, r := range v.verdict.Reasons {
		if r.Rule.Spoils()&levels == 0 {
			continue
		}
		i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Code == r.Rule.Words })
		if i < 0 {
			i = len(list)
			list = append(list, diag.Diagnostic{Code: r.Rule.Words, Severity: diag.Note, Pos: v.original.Pos,
				Item: v.original.Item, Args: diag.Args{"file": v.original.File, "what": r.What, "clause": "",
					"substitute": v.substitute(r)}})
		}
		args := list[i].Args
		counts[r.Rule.Words] += r.Count
		args["count"] = decimal(counts[r.Rule.Words])
		if r.Page > 0 && args["page"] == "" {
			args["page"] = decimal(r.Page)
		}
		if args["what"] == "" {
			args["what"] = r.What
		}
		for clause := range strings.SplitSeq(r.Rule.Clause(), ", ") {
			switch told := args["clause"]; {
			case told == "":
				args["clause"] = clause
			case !slices.Contains(strings.Split(told, ", "), clause):
				args["clause"] += ", " + clause
			}
		}
	}
	return list
}

// substitute is the family of the open font that would stand for the one that breaks a rule if the manifest asked for
// it; "" where it does, or where no font is as wide.
func (v *judged) substitute(r conformance.Reason) string {
	if v.original.Substitute || r.Rule.Words != "conformance-font-not-embedded" {
		return ""
	}
	_, family := fonts.Substitute(r.What)
	return family
}

// ledgerVerdict is what the ledger has of a verdict.
func ledgerVerdict(v *judged) *ledger.Verdict {
	out := &ledger.Verdict{Levels: v.verdict.Levels.List()}
	for _, r := range v.verdict.Reasons {
		d := diag.Diagnostic{Code: r.Rule.Words, Args: diag.Args{"file": v.original.File, "what": r.What,
			"count": decimal(r.Count), "clause": r.Rule.Clause(), "substitute": v.substitute(r)}}
		if r.Page > 0 {
			d.Args["page"] = decimal(r.Page)
		}
		out.Reasons = append(out.Reasons, ledger.Shortfall{UA: r.Rule.UA, A: r.Rule.A, Page: r.Page, Count: r.Count,
			What: r.What, Message: d.Message(diag.English), Hint: d.Hint(diag.English)})
	}
	return out
}

// conformance says what the file claims and why it claims no more.
func (e *edition) conformance() ledger.Conformance {
	c := &e.conformity
	out := ledger.Conformance{Claims: c.claimed.Claims()}
	if e.document.Settings.Conformance.Value == "none" {
		out.Reason = "The manifest asks for no claim."
		return out
	}
	levels := map[string][]string{} // by the items whose originals do not reach them
	var keys []string
	for _, level := range conformance.EachLevel() {
		var items []string
		for _, v := range c.verdicts {
			if !v.verdict.Levels.Has(level) {
				items = append(items, v.original.Item)
			}
		}
		key := strings.Join(slices.Compact(items), ", ")
		if key != "" && levels[key] == nil {
			keys = append(keys, key)
		}
		levels[key] = append(levels[key], level.List()[0])
	}
	for i, key := range keys {
		keys[i] = strings.Join(levels[key], ", ") + ": not reached by the originals of " + key + "."
	}
	out.Reason = strings.Join(keys, " ")
	return out
}

// Verdict is how far an original conforms: the levels that it reaches, as the standards name them, and why no more.
type Verdict struct {
	Item, File string
	Levels     []string
	Reasons    []diag.Diagnostic
}

// verdicts are those of all originals, in the order of the report.
func (e *edition) verdicts() []Verdict {
	var out []Verdict
	for _, v := range e.conformity.verdicts {
		out = append(out, Verdict{Item: v.original.Item, File: v.original.File, Levels: v.verdict.Levels.List(),
			Reasons: v.reasons(conformance.All)})
	}
	return out
}
