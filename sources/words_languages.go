package sources

import (
	"slices"
	"unicode"

	"golang.org/x/text/language"

	"rapporteur/sources/office"
)

// Word knows one language for each way of writing, whatever the script: programs leave Hindi at words in Arabic,
// English at words in Chinese, or nothing at all. A language that is not written in the script of the words is none of
// theirs; theirs is then the one that the file has elsewhere for that script, or the likeliest (CLDR, "Likely
// Subtags").

// scripts are those whose letters show that a language is not the one that a file says. Latin is not among them: words
// of other languages, and what is short for them, stand in Latin letters in texts of all languages.
var scripts = []struct {
	name     string // as in ISO 15924
	letters  *unicode.RangeTable
	leftward bool
	least    int // letters in a row that are no mere sign, as those of formulas are
}{{"Arab", unicode.Arabic, true, 1}, {"Hebr", unicode.Hebrew, true, 1}, {"Syrc", unicode.Syriac, true, 1},
	{"Thaa", unicode.Thaana, true, 1}, {"Jpan", unicode.Hiragana, false, 1}, {"Jpan", unicode.Katakana, false, 1},
	{"Kore", unicode.Hangul, false, 1}, {"Hani", unicode.Han, false, 1}, {"Cyrl", unicode.Cyrillic, false, 3},
	{"Grek", unicode.Greek, false, 3}, {"Deva", unicode.Devanagari, false, 1}, {"Thai", unicode.Thai, false, 1}}

// hanScripts are those that write with Chinese characters, among others.
var hanScripts = map[string]bool{"Hani": true, "Hans": true, "Hant": true, "Jpan": true, "Kore": true}

// scripted is a part of words in letters of one script.
type scripted struct {
	text    string
	script  string // "" for Latin, and what is no script of those above
	letters int
}

// scriptsOf divides words where their script changes. What is no letter goes with those before it, or else with those
// after it; so do letters that are mere signs.
func scriptsOf(words string) []scripted {
	var out []scripted
	now, from := scripted{}, 0
	end := func(at int) {
		now.text = words[from:at]
		for _, s := range scripts {
			if s.name == now.script && now.letters < s.least {
				now.script = ""
			}
		}
		if n := len(out); n > 0 && (out[n-1].script == now.script || out[n-1].letters == 0) {
			out[n-1] = scripted{out[n-1].text + now.text, now.script, out[n-1].letters + now.letters}
		} else {
			out = append(out, now)
		}
		now, from = scripted{}, at
	}
	for i, c := range words {
		if c < 'A' || !unicode.IsLetter(c) || unicode.In(c, unicode.Common, unicode.Inherited) {
			continue
		}
		script := scriptOf(c)
		switch {
		case now.letters == 0 || script == now.script:
			now.script = script
		case script == "Jpan" && now.script == "Hani": // kana among Chinese characters
			now.script = script
		case script == "Hani" && now.script == "Jpan":
		default:
			end(i)
			now.script = script
		}
		now.letters++
	}
	end(len(words))
	return out
}

// scriptOf gives the script of a letter; "" where that is none of those above.
func scriptOf(letter rune) string {
	if letter < 0x370 {
		return ""
	}
	for i := range scripts {
		if unicode.Is(scripts[i].letters, letter) {
			return scripts[i].name
		}
	}
	return ""
}

// writes reports whether a language is written in a script. Known answers are kept: texts have a hundred thousand runs.
func (w *words) writes(lang, script string) bool {
	if lang == "" {
		return false
	}
	own, known := w.written[lang]
	if !known {
		tag, err := language.Parse(lang)
		if s, confidence := tag.Script(); err == nil && confidence != language.No {
			own = s.String()
		}
		w.written[lang] = own
	}
	if script == "Hani" {
		return hanScripts[own]
	}
	return own == script
}

// tongues finds the language of each run, and that of most words. Runs in several scripts are divided.
func (w *words) tongues(all [][]office.Block) {
	w.written = map[string]string{}
	usual, letters := map[string]string{"": ""}, map[string]int{}
	said := map[string]map[string]int{} // by script
	divide := func(p *office.Para) {
		for i, r := range p.Runs {
			if _, known := usual[r.Lang]; !known {
				usual[r.Lang], _ = languageTag(r.Lang)
			}
			p.Runs[i].Lang = usual[r.Lang]
			for _, s := range scriptsOf(r.Text) {
				if s.script != "" && w.writes(usual[r.Lang], s.script) {
					if said[s.script] == nil {
						said[s.script] = map[string]int{}
					}
					said[s.script][usual[r.Lang]] += s.letters
				}
			}
		}
	}
	settle := func(p *office.Para) {
		var runs []office.Run // where one is divided
		own := p.Own
		for i := range p.Runs {
			parts := w.inTongues(p.Runs[i], said, letters)
			if len(parts) > 1 && runs == nil {
				runs = slices.Clone(p.Runs[:i])
			}
			if p.Runs[i] = parts[0]; runs == nil {
				continue
			}
			if runs = append(runs, parts...); i+1 == p.Own {
				own = len(runs)
			}
		}
		if runs != nil {
			p.Runs, p.Own = runs, own
		}
	}
	for _, visit := range []func(*office.Para){divide, settle} {
		for _, list := range all {
			eachPara(list, visit)
		}
	}
	w.lang = mostOf(letters)
}

// inTongues divides a run where its language changes, and counts the letters of each.
func (w *words) inTongues(r office.Run, said map[string]map[string]int, letters map[string]int) (parts []office.Run) {
	list := scriptsOf(r.Text)
	if w.divided += len(list) - 1; w.divided > maxDivided {
		list = []scripted{{r.Text, list[0].script, len(r.Text)}}
	}
	for _, s := range list {
		lang := w.tongue(r.Lang, s, said)
		letters[lang] += s.letters
		if n := len(parts); n > 0 && parts[n-1].Lang == lang {
			parts[n-1].Text += s.text
			continue
		}
		part := r
		part.Text, part.Lang = s.text, lang
		parts = append(parts, part)
	}
	return parts
}

// tongue gives the language of a stretch of a run in lang; said counts those of the file by script.
func (w *words) tongue(lang string, s scripted, said map[string]map[string]int) string {
	if s.script == "" || w.writes(lang, s.script) {
		return lang
	}
	if most := mostOf(said[s.script]); most != "" {
		return most
	}
	base, _ := language.Make("und-" + s.script).Base()
	return base.String()
}

// mostOf gives the language that is counted most; "" where none is.
func mostOf(count map[string]int) (most string) {
	for lang, n := range count {
		if n > count[most] || n == count[most] && (most == "" || lang < most) {
			most = lang
		}
	}
	return most
}

// foreign gives the language of a run where it is another than that of most words, without regard to the region. Where
// the file does not say what that is, it may be any that is written in Latin letters.
func (w *words) foreign(lang string) string {
	if lang == "" || baseOf(lang) == baseOf(w.lang) || w.lang == "" && w.writes(lang, "Latn") {
		return ""
	}
	return lang
}

func baseOf(lang string) string {
	for i := range lang {
		if lang[i] == '-' {
			return lang[:i]
		}
	}
	return lang
}
