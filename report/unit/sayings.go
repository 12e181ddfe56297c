package unit

// Saying is what is said of something in an original to those who hear the report, in words that the unit does not
// have: those of the report's language. What names the words, as layout/lang/strings.yaml lists them.
type Saying struct {
	What string
	Page int    // of the unit, from 0, that it speaks of
	Name string // what the file itself says: who wrote a remark, what it says
}

// SignatureOf is what names the words for a signature, whose words have the name of who gave it in them.
const SignatureOf = "mark-signature-of"

// say notes a saying and gives what stands for it.
func (s *source) say(what string, page int, name string) symbol {
	s.u.Sayings = append(s.u.Sayings, Saying{what, page, name})
	return symbol{Said, len(s.u.Sayings) - 1}
}
