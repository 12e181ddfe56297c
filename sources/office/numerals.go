package office

import (
	"strconv"
	"strings"
)

// numeral writes a number as a list has it: format is named as in ECMA-376-1, 17.18.59. False where the format is
// not known here; the number is then decimal.
func numeral(n int, format string) (string, bool) {
	switch format {
	case "decimal", "":
		return strconv.Itoa(n), true
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n), true
		}
		return strconv.Itoa(n), true
	case "lowerLetter":
		return letters(n, latin), true
	case "upperLetter":
		return strings.ToUpper(letters(n, latin)), true
	case "lowerRoman":
		return strings.ToLower(roman(n)), true
	case "upperRoman":
		return roman(n), true
	case "russianLower":
		return letters(n, russian), true
	case "russianUpper":
		return strings.ToUpper(letters(n, russian)), true
	case "arabicAlpha":
		return letters(n, arabic), true
	case "arabicAbjad":
		return letters(n, abjad), true
	case "ordinal":
		return strconv.Itoa(n) + suffix(n), true
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -", true
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if 1 <= n && n <= 20 {
			return string(rune('①' + n - 1)), true
		}
		return strconv.Itoa(n), true
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n)), true
	case "hindiNumbers":
		return strings.Map(func(r rune) rune { return r - '0' + '٠' }, strconv.Itoa(n)), true
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand":
		return chinese(n), n < 100
	case "none":
		return "", true
	}
	return strconv.Itoa(n), false
}

const (
	latin   = "abcdefghijklmnopqrstuvwxyz"
	russian = "абвгдежзиклмнопрстуфхцчшщыэюя"
	arabic  = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
	abjad   = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
)

// letters counts a, b, …, z, aa, bb, …, as Word does.
func letters(n int, alphabet string) string {
	all := []rune(alphabet)
	if n < 1 || n > 50*len(all) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(all[(n-1)%len(all)]), (n-1)/len(all)+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
		{9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}

func suffix(n int) string {
	if n%100/10 != 1 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// chinese writes a number below 100 in Chinese characters.
func chinese(n int) string {
	digits := []rune("〇一二三四五六七八九")
	if n < 0 || n > 99 {
		return strconv.Itoa(n)
	}
	s := ""
	if n >= 20 {
		s = string(digits[n/10])
	}
	if n >= 10 {
		s += "十"
	}
	if n%10 > 0 || n == 0 {
		s += string(digits[n%10])
	}
	return s
}
