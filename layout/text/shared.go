package text

import (
	"hash/maphash"
	"strings"
	"sync"

	"rapporteur/fonts"
	"rapporteur/layout/text/bidi"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
)

// Shared is what all paragraphs of a report have in common: the cache of words and the hyphenation of each language. It is safe for concurrent use.
type Shared struct {
	lib      *fonts.Library
	patterns func(string) (string, int, int)

	mu          sync.RWMutex
	looks       map[Style]*look
	hyphenators map[string]*hyphenator
	words       [shards]shard
	seed        maphash.Seed
}

const shards = 32

type shard struct {
	sync.RWMutex
	words map[wordKey]*word
}

// NewShared makes an empty cache over a library. patterns gives a language's TeX patterns and least letters before and after a division; "" where there are none.
func NewShared(lib *fonts.Library, patterns func(lang string) (tex string, left, right int)) *Shared {
	sh := &Shared{lib: lib, patterns: patterns, looks: map[Style]*look{}, hyphenators: map[string]*hyphenator{}, seed: maphash.MakeSeed()}
	for i := range sh.words {
		sh.words[i].words = map[wordKey]*word{}
	}
	return sh
}

// look is a style as resolved, without its colour.
type look struct {
	id       uint32
	style    Style
	lang     language.Language
	script   language.Script // of text without letters
	hyphens  *hyphenator     // nil: the language is not hyphenated
	features []shaping.FontFeature
	chinese  bool
	nearby   bool // its font looks across spaces: words are shaped with the words beside them
	space    Length
	em       Length
}

func (sh *Shared) look(s *Setter, st Style) *look {
	st.Color = 0
	sh.mu.RLock()
	l := sh.looks[st]
	sh.mu.RUnlock()
	if l != nil {
		return l
	}
	primary, _, _ := strings.Cut(st.Lang, "-")
	l = &look{style: st, lang: language.NewLanguage(st.Lang), script: scriptOf(primary), chinese: primary == "zh", em: st.Size, features: featuresOf(st)}
	if f, scale := sh.lib.Pick(st.Face, st.Lang, ' '); f != nil {
		g, _ := f.Glyph(' ')
		l.space = scaled(f.Advance(g), st.Size*Length(scale)/1000, f.Upem())
		l.nearby = s.looksFar(f)
	}
	l.hyphens = sh.hyphenator(primary)
	sh.mu.Lock()
	defer sh.mu.Unlock()
	if have := sh.looks[st]; have != nil {
		return have
	}
	l.id = uint32(len(sh.looks)) // in order of first use: it names the look within one run of the program and orders nothing
	sh.looks[st] = l
	return l
}

func (sh *Shared) hyphenator(lang string) *hyphenator {
	sh.mu.Lock()
	defer sh.mu.Unlock()
	h, ok := sh.hyphenators[lang]
	if !ok && sh.patterns != nil {
		if tex, left, right := sh.patterns(lang); tex != "" {
			h = newHyphenator(tex, left, right)
		}
		sh.hyphenators[lang] = h
	}
	return h
}

// Setter sets paragraphs. It belongs to one goroutine: go-text's faces and shaper are not safe for more.
type Setter struct {
	sh     *Shared
	words  map[wordKey]*word // those of Shared that were met here: no lock is taken for them
	looks  map[Style]*look
	faces  map[*fonts.Font]*font.Face
	far    map[*fonts.Font]bool
	shaper shaping.HarfbuzzShaper
	bidi   bidi.Resolver
	seg    segmenter.Segmenter

	runes  []rune // scratch of shaping
	chars  []char
	tokens []token // scratch of one paragraph
	pieces []pieceInfo
	breaks []breakpoint
	nodes  []node
	active []int32
	cutBuf []int
	cuts   []int32
	before map[pair]bool
	flat   flatText
	faulty []Complaint

	overlong bool // a line of the last total fit does not fit
}

// Setter makes a setter over the shared cache.
func (sh *Shared) Setter() *Setter {
	s := &Setter{sh: sh, words: map[wordKey]*word{}, looks: map[Style]*look{}, faces: map[*fonts.Font]*font.Face{}, far: map[*fonts.Font]bool{}, before: map[pair]bool{}}
	s.shaper.SetFontCacheSize(40)
	return s
}

func (s *Setter) look(st Style) *look {
	st.Color = 0
	l := s.looks[st]
	if l == nil {
		l = s.sh.look(s, st)
		s.looks[st] = l
	}
	return l
}

func (s *Setter) face(f *fonts.Font) *font.Face {
	face := s.faces[f]
	if face == nil {
		face = f.Face()
		s.faces[f] = face
	}
	return face
}

func scriptOf(lang string) language.Script {
	switch lang {
	case "ar", "fa", "ur":
		return language.Arabic
	case "ru", "uk", "be", "bg", "sr", "kk":
		return language.Cyrillic
	case "el":
		return language.Greek
	case "zh":
		return language.Han
	}
	return language.Latin
}

// scaled turns font units into a length, rounded half away from zero.
func scaled(units int, size Length, upem int) Length {
	v := Length(units) * size
	h := Length(upem / 2)
	if v < 0 {
		h = -h
	}
	return (v + h) / Length(upem)
}
