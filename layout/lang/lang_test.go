package lang

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestLanguagesAreWhole finds the same strings with the same placeholders in every language, and twelve months.
func TestLanguagesAreWhole(t *testing.T) {
	if got := strings.Join(Codes(), " "); got != "ar en es fr ru zh" {
		t.Fatalf("languages: %s", got)
	}
	placeholder := regexp.MustCompile(`\{[a-z]+\}`)
	english := Get("en")
	for _, code := range Codes() {
		l := Get(code)
		if len(l.Months) != 12 || l.Name == "" || l.Colon == "" || len(l.Quotes) != 2 || l.Joined.Last == "" || l.Marks.Comma == "" || l.Marks.Semicolon == "" || l.Marks.Stop == "" || l.Marks.Title == "" || l.Marks.Open == "" || l.Marks.Close == "" || l.Marks.End == "" {
			t.Errorf("%s: months %d, name %q, colon %q, quotes %q, list %q", code, len(l.Months), l.Name, l.Colon, l.Quotes, l.Joined.Last)
		}
		for key, s := range english.Strings {
			other, ok := l.Strings[key]
			if !ok || other == "" {
				t.Errorf("%s lacks %s", code, key)
			}
			if a, b := placeholder.FindAllString(s, -1), placeholder.FindAllString(other, -1); !slices.Equal(a, b) {
				t.Errorf("%s: %s has the placeholders %v, in English %v", code, key, b, a)
			}
		}
		for key := range l.Strings {
			if _, ok := english.Strings[key]; !ok {
				t.Errorf("%s has %s, which English lacks", code, key)
			}
		}
		for _, other := range Codes() {
			if l.LanguageName(other) == other {
				t.Errorf("%s has no name for the language %s", code, other)
			}
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ code, date, first, days, months string }{
		{"en", "19 September 2011", "1 January 2012", "19–20 September 2011", "30 September 2011 – 2 October 2011"},
		{"fr", "19 septembre 2011", "1er janvier 2012", "19-20 septembre 2011", "30 septembre 2011 – 2 octobre 2011"},
		{"es", "19 de septiembre de 2011", "1 de enero de 2012", "19–20 de septiembre de 2011", "30 de septiembre de 2011 – 2 de octubre de 2011"},
		{"ru", "19 сентября 2011 года", "1 января 2012 года", "19–20 сентября 2011 года", "30 сентября 2011 года – 2 октября 2011 года"},
		{"zh", "2011年9月19日", "2012年1月1日", "2011年9月19日至20日", "2011年9月30日至2011年10月2日"},
		{"ar", "19 أيلول/سبتمبر 2011", "1 كانون الثاني/يناير 2012", "19–20 أيلول/سبتمبر 2011", "30 أيلول/سبتمبر 2011 – 2 تشرين الأول/أكتوبر 2011"},
	} {
		l := Get(c.code)
		for _, p := range [][2]string{{l.Date(2011, 9, 19), c.date}, {l.Date(2012, 1, 1), c.first}, {l.Dates(2011, 9, 19, 2011, 9, 20), c.days},
			{l.Dates(2011, 9, 30, 2011, 10, 2), c.months}, {l.Dates(2011, 9, 19, 2011, 9, 19), c.date}} {
			if p[0] != p[1] {
				t.Errorf("%s: %q, want %q", c.code, p[0], p[1])
			}
		}
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		code, want string
		items      []string
	}{
		{"en", "A, B and C", []string{"A", "B", "C"}}, {"fr", "A et B", []string{"A", "B"}}, {"es", "Francia e Italia", []string{"Francia", "Italia"}},
		{"es", "Italia y Francia", []string{"Italia", "Francia"}}, {"es", "agua y hielo", []string{"agua", "hielo"}}, {"zh", "甲、乙和丙", []string{"甲", "乙", "丙"}},
		{"ar", "مصر، المغرب والأردن", []string{"مصر", "المغرب", "الأردن"}}, {"ru", "", nil},
	} {
		if got := Get(c.code).List(c.items); got != c.want {
			t.Errorf("%s: %q, want %q", c.code, got, c.want)
		}
	}
}

// TestOrder sorts States as their languages do: accents after letters, ñ a letter of its own, ё with е, the Arabic article and hamza left out of account.
func TestOrder(t *testing.T) {
	for code, want := range map[string][]string{
		"fr": {"Côte d’Ivoire", "Égypte", "Espagne", "État", "Zambie"},
		"es": {"España", "Níger", "Nigeria", "Ñandubay", "Oman"},
		"ru": {"Европа", "Ёлка", "Жданов", "Йемен", "Казахстан"},
		"ar": {"إثيوبيا", "الأردن", "إسبانيا", "ألمانيا", "البرازيل", "مصر", "المغرب"},
		"zh": {"巴西", "法国", "日本", "中国"},
	} {
		names := slices.Clone(want)
		slices.Reverse(names)
		var got []string
		Get(code).Order().Sort(len(names), func(i int) string { return names[i] }, func(order []int) {
			for _, i := range order {
				got = append(got, names[i])
			}
		})
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}

func TestPatterns(t *testing.T) {
	for code, least := range map[string][2]int{"en": {2, 3}, "fr": {2, 3}, "es": {2, 2}, "ru": {2, 2}} {
		tex, left, right := Patterns(code)
		if !strings.Contains(tex, `\patterns`) || [2]int{left, right} != least {
			t.Errorf("%s: %d bytes, minima %d %d", code, len(tex), left, right)
		}
	}
	for _, code := range []string{"ar", "zh", "xx"} {
		if tex, _, _ := Patterns(code); tex != "" {
			t.Errorf("%s has patterns", code)
		}
	}
}
