package text

import "rapporteur/fonts"

func (s *Setter) looksFar(f *fonts.Font) bool { return false }
