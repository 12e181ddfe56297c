package text

import (
	"hash/maphash"
	"sync"

	"rapporteur/fonts"
	"rapporteur/layout/lang"
	"rapporteur/layout/text/bidi"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
)

// Shared is what all paragraphs of a report have in common: the cache of words and the hyphenation of each language. It
// is safe for concurrent use.
type Shared struct {
	lib     *fonts.Library
	hyphens bool

	mu          sync.RWMutex
	looks       map[Style]*look
	hyphenators map[string]*hyphenator // by the folder of the language
	far         map[*fonts.Font]bool   // which fonts look across spaces
	meetings    map[meeting]bool       // which letters change each other across a space
	words       [shards]shard
	seed        maphash.Seed
}

const shards = 32

type shard struct {
	sync.RWMutex
	words map[wordKey]*word
}

// NewShared makes an empty cache over a library. hyphens says whether words may be divided by their language's
// patterns.
func NewShared(lib *fonts.Library, hyphens bool) *Shared {
	sh := &Shared{lib: lib, hyphens: hyphens, looks: map[Style]*look{}, hyphenators: map[string]*hyphenator{},
		far: map[*fonts.Font]bool{}, meetings: map[meeting]bool{}, seed: maphash.MakeSeed()}
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
	habit    fonts.Habit
	chinese  bool // its signs stand on the square
	nearby   bool // its font looks across spaces: words are shaped with the words beside them
	space    Length
	em       Length
}

func (sh *Shared) look(s *Setter, st Style) *look {
	st.Color, st.Dotted = 0, false
	sh.mu.RLock()
	l := sh.looks[st]
	sh.mu.RUnlock()
	if l != nil {
		return l
	}
	l = &look{style: st, script: scriptOf(st.Lang), habit: fonts.HabitOf(st.Lang.WrittenIn()), em: st.Size,
		features: featuresOf(st)}
	l.chinese = l.habit == fonts.Square
	if st.Lang != nil {
		l.lang = language.NewLanguage(st.Lang.Tag)
	}
	if f, scale := sh.lib.Pick(st.Face, l.habit, ' '); f != nil {
		g, _ := f.Glyph(' ')
		l.space = scaled(f.Advance(g), st.Size*Length(scale)/1000, f.Upem())
		l.nearby = s.looksFar(f)
	}
	l.hyphens = sh.hyphenator(st.Lang)
	sh.mu.Lock()
	defer sh.mu.Unlock()
	if have := sh.looks[st]; have != nil {
		return have
	}
	// in order of first use: it names the look within one run of the program and orders nothing
	l.id = uint32(len(sh.looks))
	sh.looks[st] = l
	return l
}

func (sh *Shared) hyphenator(l *lang.Language) *hyphenator {
	if !sh.hyphens || l == nil || l.Hyphenation.File == "" {
		return nil
	}
	sh.mu.Lock()
	defer sh.mu.Unlock()
	h, ok := sh.hyphenators[l.Folder]
	if !ok {
		if tex, left, right := l.Patterns(); tex != "" {
			h = newHyphenator(tex, left, right)
		}
		sh.hyphenators[l.Folder] = h
	}
	return h
}

// Setter sets paragraphs. It belongs to one goroutine: go-text's faces and shaper are not safe for more.
type Setter struct {
	sh      *Shared
	between []map[string]*word // by look: words of Shared that were met here between two spaces, as most stand
	words   map[wordKey]*word  // the others that were met: no lock is taken for them
	looks   map[Style]*look
	faces   map[*fonts.Font]*font.Face
	across  map[*look]*fonts.Font // that of Arabic letters, where it may look across spaces at some of them; nil else
	shaper  shaping.HarfbuzzShaper
	bidi    bidi.Resolver
	seg     segmenter.Segmenter

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
	justification

	stumbled bool // the shaper, over a damaged font
	overlong bool // a line of the last total fit does not fit
}

// Setter makes a setter over the shared cache.
func (sh *Shared) Setter() *Setter {
	s := &Setter{sh: sh, words: map[wordKey]*word{}, looks: map[Style]*look{}, faces: map[*fonts.Font]*font.Face{},
		across: map[*look]*fonts.Font{}, before: map[pair]bool{}}
	s.shaper = newShaper()
	return s
}

func newShaper() (h shaping.HarfbuzzShaper) {
	h.SetFontCacheSize(40)
	return h
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

// scriptOf is the script of a language as the shaper names it.
func scriptOf(l *lang.Language) language.Script {
	script, err := language.ParseScript(l.ShapedAs())
	if err != nil {
		return language.Latin
	}
	return script
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
