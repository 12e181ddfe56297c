package conformance

// Rule is something that a standard asks for. UA and A are its clause and test in PDF/UA-1 and in PDF/A-3, as veraPDF
// counts tests, "" where the standard does not ask for it. At is, where A is given, the lowest level that does. Words
// names what is told when it is broken: several rules may share it.
type Rule struct {
	Name  string
	UA, A string
	At    Levels
	Words string
}

// Spoils are the levels that are not reached when the rule is broken.
func (r *Rule) Spoils() Levels {
	var l Levels
	if r.UA != "" {
		l |= UA1
	}
	if r.A != "" {
		switch r.At {
		case A3A:
			l |= A3A
		case A3U:
			l |= A3A | A3U
		default:
			l |= A3A | A3U | A3B
		}
	}
	return l
}

// Clause names the clauses for people: that of PDF/UA-1 before that of PDF/A-3.
func (r *Rule) Clause() string {
	switch {
	case r.A == "":
		return "PDF/UA-1 " + r.UA
	case r.UA == "":
		return "PDF/A-3 " + r.A
	}
	return "PDF/UA-1 " + r.UA + ", PDF/A-3 " + r.A
}

// Ours begins the test of a rule where we ask for more than a validator can see.
const Ours = "+"

// rules lists all rules, by what they read.
func rules() [][]Rule {
	return [][]Rule{fontRules, textRules, contentRules, colourRules, imageRules, annotationRules, structureRules,
		tagRules, objectRules, wholeRules}
}

// rule gives a rule by its name.
func rule(name string) *Rule {
	for _, list := range rules() {
		for i := range list {
			if list[i].Name == name {
				return &list[i]
			}
		}
	}
	panic("conformance: no rule is called " + name)
}
