package gather

import (
	"slices"
	"strings"

	"rapporteur/report/states"
	"rapporteur/sources/pattern"
)

// person is who speaks, as far as the first page says it, and the State or body that the office is of.
type person struct {
	name, role string
	of         *states.Party
}

// honors are what stands before names: what is printed with them, and what is not.
const (
	courtesy = `Mr|Ms|Mrs|Dr|Prof|M|Mme|Mlle|Sr|Sra|Г-н|Г-жа|г-н|г-жа|السيد|السيدة`
	honors   = `(?:The |the )?(?:Rt\.? |Right )?Hon|Honou?rable|H\. ?E|S\. ?E|HE|SE|Excmo|Excma|D|Don|Doña|Sir|` +
		`(?:His |Her |Son |Su )?(?:Excellenc[ye]|Excelencia)|Ambassad(?:or|eur|rice)|Embajadora?|Amb|Professor|` +
		`(?:Его|Её|Ее) Превосходительств[оа]|г-на|г-жи|господина|госпожи|[Пп]осол|سعادة|معالي|السفيرة?|الدكتورة?|` +
		courtesy
	nameWords = `(?:\p{Lu}\. ?){1,3}(?:\p{Lu}[\p{L}’'-]+)?|` +
		`\p{Lu}[\p{L}’'-]*\.?(?:\s(?:(?:de la|de|del|da|dos|van|von|der|bin|ibn|al|el)\s)?` +
		`(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,4}|[\p{Arabic}]\.? ?[\p{Arabic}]+\.?(?: [\p{Arabic}]+\.?){0,3}`
)

var (
	// deliveredShape is where a page says who speaks.
	deliveredShape = pattern.Of(`(?i)(?:deliver|ma|present)(?:ed|de) by:?|` +
		`(?:statement|remarks|address|speech) by|` +
		`(?:prononcée?|présentée?|lue?|faite?) par|(?:pronunciad|presentad|leíd)[oa] por|` +
		`(?:intervención|discurso|declaración) (?:de la|del|de)|` +
		`(?:intervention|déclaration|discours|allocution) (?:de|du)|` +
		`выступление|заявление|речь|(?:ألقاها|ألقاه|يلقيها|بيان|كلمة):?`)
	honored  = pattern.Of(`^[\s:]*((?:(?:` + honors + `)\.?[ª]?,?\s+)+)(` + nameWords + `)`)
	titled   = pattern.Of(`(?:^|\s)((?:` + courtesy + `)\.?)(?:\s|$)`)
	officeIn = pattern.Of(` (?:Acting|Deputy|Vice|First|Prime|Permanent|Foreign|Head|Chief|Director|Minister|` +
		`Ambassad|President|Representative|Counsell?or|Charg|Premi|Ministr|Représentant|Chef|Secr[eé]ta|Embajador|` +
		`Jef|` +
		`Постоянн|Министр|Посол|Глава|Check|Mission|Delegation)`)
	envoy = pattern.Of(`Ambassad(?:or|eur|rice)|Embajadora?|[Пп]осол|السفيرة?`)
	// officeShape begins an office, which ends with its line, or where the page goes on.
	officeShape = pattern.Of(`^[\s,،–—:-]*((?i:(?:acting|deputy|vice|first|senior|cabinet|special|state|` +
		`prime|permanent|` +
		`foreign|federal|attorney|secretary|under|head|chief|director|minister|ambassad|president|representative|` +
		`counsell?or|chargée?|premi|ministr|représentant|chef|secrétaire|direct|vice|embajador|jef[ea]|secretari|` +
		`viceministr|представитель|постоянн|министр|премьер|посол|посл|глава|президент|заместитель|директор|` +
		`وزير|رئيس|السفير|المندوب|الممثل|مدير|نائب))[^\n,،.;:(|\d]*)`)
	officeEnds = pattern.Of(`\s+(?i:at|on|before|to|à l|lors|devant|ante|en la|check|mr|madam|monsieur|` +
		`excellenc|distinguished|на|в|check)(?:[\s.].*|$)`)
	// sentenceEnd is the full stop after a name, and not that of an initial.
	sentenceEnd = pattern.Of(`(\p{L}{2,})\.$`)
	breaks      = pattern.Of(`[*_#>]+|\\\n`)
	roleShape   = pattern.Of(`(?:Deputy |Acting )?(?:Permanent Representative|Permanent Observer)|` +
		`(?:Deputy |Prime )?Minister (?:of|for) (?:Foreign Affairs|(?:the )?Interior|Justice|Defen[cs]e)|` +
		`Minister for Foreign Affairs|Head of Delegation|Chargée? d[’']affaires|` +
		`Représentante? permanente?(?: adjointe?)?|Ministre des affaires étrangères|` +
		`Representante Permanente|Постоянный представитель|Representative\b|常驻代表|الممثل الدائم`)
)

// speaker reads the name and the office of the speaker from the head of the first page, as they stand there.
func (f *file) speaker() person {
	head := breaks.ReplaceAllString(f.head[:min(len(f.head), 600)], "")
	for _, at := range deliveredShape.FindAllStringIndex(head, -1) {
		if p, _ := personAt(head[at[1]:]); p.name != "" {
			return p
		}
	}
	if m := hanShape.FindStringSubmatch(head); m != nil {
		return person{name: m[2], role: m[1]}
	}
	for at := range head { // His Excellency, wherever that stands
		if strings.HasPrefix(head[at:], "H") || strings.HasPrefix(head[at:], "S") || strings.HasPrefix(head[at:], "E") {
			if m := excellent.FindString(head[at:]); m != "" {
				p, _ := personAt(head[at:])
				if p.role == "" {
					p.role = roleShape.FindString(head)
				}
				if p.name != "" {
					return p
				}
			}
		}
	}
	return person{role: roleShape.FindString(head)}
}

// hanShape is an office, a name and an honorific in Chinese.
var hanShape = pattern.Of(`(常驻代表|副代表|部长|副部长|外长|总理|总统|主席|大使|团长)(\p{Han}{2,3}?)(?:大使|先生|女士|阁下)`)

// excellent is how a page names a speaker without a word for speaking.
var excellent = pattern.Of(`^(?:H\. ?E\.|S\. ?E\.|Excellenc[ye])`)

// personAt reads a name that a text begins with, after what honors it, and the office after it; rest is what follows
// the name. The name is "" where nobody is honored.
func personAt(text string) (p person, rest string) {
	m := honored.FindStringSubmatchIndex(text)
	if m == nil {
		return person{}, text
	}
	before, name := strings.TrimRight(text[m[2]:m[3]], " ,\n"), strings.Join(strings.Fields(text[m[4]:m[5]]), " ")
	rest = text[m[5]:]
	if at := officeIn.FindStringIndex(name); at != nil { // the page has them on two lines, and its words come in one
		name, rest = name[:at[0]], name[at[0]:]+rest
	}
	name = sentenceEnd.ReplaceAllString(name, "$1")
	p.name = name
	if words := titled.FindAllStringSubmatch(before, -1); len(words) > 0 {
		p.name = words[len(words)-1][1] + " " + name
	}
	if o := officeShape.FindStringSubmatch(rest); o != nil {
		p.role, p.of = withoutParty(strings.TrimSpace(officeEnds.ReplaceAllString(o[1], "")))
	}
	if p.role == "" {
		p.role = envoy.FindString(before)
	}
	return p, rest
}

// ofShape is what stands between an office and whose it is.
var ofShape = pattern.Of(`(?: of the| of| to the| de la| de l[’']| du| des| de los| de| del| d[’'])\s*`)

// formal are words that stand before the names of States in their full forms.
var formal = strings.Fields(`the of republic kingdom state government federation federal islamic arab democratic peoples
	people s socialist united union commonwealth principality sultanate plurinational bolivarian co operative
	republique royaume gouvernement etat federale islamique arabe democratique populaire de du la le l d des
	republica reino gobierno estado arabe islamica democratica popular el del los республики правительства королевства
	جمهوريه الجمهوريه مملكه دوله حكومه`)

// withoutParty leaves of an office the delegation that it is of, which stands beside it, and gives that too.
func withoutParty(role string) (string, *states.Party) {
	for _, at := range ofShape.FindAllStringIndex(role, -1) {
		rest := role[at[1]:]
		if p := states.Whole(rest); p != nil {
			return role[:at[0]], p
		}
		words := states.Folded(rest)
		p, from, to := states.In(words)
		if p != nil && to == len(words) && !slices.ContainsFunc(words[:from], func(w string) bool {
			return !slices.Contains(formal, w)
		}) {
			return role[:at[0]], p
		}
	}
	if words := strings.Fields(role); len(words) > 1 {
		if p := states.Whole(words[len(words)-1]); p != nil {
			return strings.Join(words[:len(words)-1], " "), p
		}
	}
	return role, nil
}
