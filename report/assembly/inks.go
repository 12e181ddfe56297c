package assembly

import "rapporteur/report/unit"

// ink gives an ink of a unit its name in the report: another where an earlier unit has called another colour so. An ink
// whose looks cannot be summed up is like every other of its name.
func (l *linker) ink(k unit.Ink) string {
	for i := 1; ; i++ {
		name := numbered(k.Name, i)
		sum, taken := l.inks[name]
		if !taken {
			l.inks[name] = k.Sum
		}
		if !taken || sum == k.Sum || k.Sum == "" {
			return name
		}
	}
}
