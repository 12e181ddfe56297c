package report

import (
	"regexp"
	"slices"
	"strings"
)

// ways are what the hints ask for, each by words of the hint, and how it is done by somebody who knows no more than the
// hint and the place.
var ways = []struct {
	hint *regexp.Regexp
	do   func(f *follower, m []string) bool
}{
	{said(`^Did you mean (\[.+?\])\?`), func(f *follower, m []string) bool { return f.change(f.wrong(), m[1]) }},
	{said(`^Did you mean (\S+?)\?`), func(f *follower, m []string) bool { return f.change(f.wrong(), m[1]) }},
	{said("^Put a hyphen and a space in place of the last two spaces"), func(f *follower, m []string) bool {
		return f.save(f.at-2, f.at, "- ")
	}},
	{said(`^Delete it\. If it belongs to the words of a value`), func(f *follower, m []string) bool {
		return f.save(f.at, f.at+1, "")
	}},
	{said(`^Type (\S) in its place\.`), func(f *follower, m []string) bool { return f.save(f.at, f.at+1, m[1]) }},
	{said("^Put a space after the hyphen"), func(f *follower, m []string) bool { return f.save(f.at+1, f.at+1, " ") }},
	{said("^Delete the hyphen and the space after it"), func(f *follower, m []string) bool {
		return f.save(f.at, f.at+2, "")
	}},
	{said(`^Put a comma and a space before`), func(f *follower, m []string) bool {
		return f.save(f.at-1, f.at, ", ")
	}},
	{said("^Write it right after the key: `(.+)`"), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string {
			return s[:len(s)-len(strings.TrimLeft(s, " "))] + m[1]
		})
	}},
	{said("^Write it as `(.+)`"), func(f *follower, m []string) bool {
		return f.rewrite(func(string) string { return m[1] })
	}},
	{said(`^That is what \S+ is for, which is here already: delete|^The keys here are|^Delete one of the two rows`),
		func(f *follower, m []string) bool {
			from, to := f.line()
			return f.save(from, to+1, "")
		}},
	{said(`^Write the title here`), func(f *follower, m []string) bool { return f.change(f.wrong(), f.answer) }},
	{said(`^Use (\S+) instead`), func(f *follower, m []string) bool { return f.change(f.wrong(), m[1]) }},
	{said(`Nothing else need be done|^Look at its pages in the report`),
		func(f *follower, m []string) bool { return false }},
	// the manifest's signs
	{said(`^Save it again as UTF-8`), func(f *follower, m []string) bool {
		f.text, f.at = decoded(f.text), 0
		return f.save(0, 0, "")
	}},
	{said(`^Indent with spaces instead`), func(f *follower, m []string) bool { return f.change("\t", "  ") }},
	{said(`type an ordinary space`), func(f *follower, m []string) bool { return f.change("\u00a0", " ") }},
	{said(`^Put quotation marks round|put quotation marks round the whole value`), (*follower).quoted},
	{said(`^Put it at the end of the line above`), func(f *follower, m []string) bool {
		return f.save(f.at, f.at, "  ")
	}},
	{said(`^Write over the “(.)”`), func(f *follower, m []string) bool { return f.change(`"`+m[1]+`"`, f.answer) }},
	{said(`^Close the quotation marks`), (*follower).quoted},
	{said(`^Type " in its place, and at the other end`), (*follower).quoted},
	{said(`^Put other quotation marks round the whole value: (.+)\.$`), func(f *follower, m []string) bool {
		return f.change(strings.Trim(m[1], "'"), m[1])
	}},
	{said(`^Delete them; a value needs none`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), strings.Trim(f.wrong(), "“”‘’„"))
	}},
	{said("^Write `key: value`"), func(f *follower, m []string) bool { return f.change(":", ": ") }},
	{said(`^Start it in the same column as the other keys`), func(f *follower, m []string) bool {
		from, _ := f.line()
		before := f.text[strings.LastIndexByte(f.text[:from-1], '\n')+1 : from]
		column := len(before) - len(strings.TrimLeft(before, " -"))
		return f.rewrite(func(s string) string { return strings.Repeat(" ", column) + strings.TrimLeft(s, " ") })
	}},
	{said(`^Begin each item with a hyphen`), func(f *follower, m []string) bool { return f.save(f.at, f.at, "- ") }},
	{said(`^Write each item on its own line after a hyphen`), func(f *follower, m []string) bool {
		return f.save(f.at-2, f.at, "- ")
	}},
	{said(`^Keep one of them`), func(f *follower, m []string) bool {
		from, to := f.line()
		return f.save(from, to+1, "")
	}},
	// dates, numbers, names
	{said(`^Choose one of these|^Write one of these languages|^Write the language's name|^There is no day|` +
		`^There is no time|` +
		`^The day of the month is missing|` +
		`^Write \S+ or \S+, whichever is meant`),
		func(f *follower, m []string) bool { return f.change(f.wrong(), f.answer) }},
	{said(`^An id may hold only`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), regexp.MustCompile(`[^A-Za-z0-9-]`).ReplaceAllString(f.wrong(), "-"))
	}},
	{said("^Add a line `(id: \\S+)`"), func(f *follower, m []string) bool {
		from, _ := f.line()
		return f.save(f.at, f.at, m[1]+"\n"+strings.Repeat(" ", f.at-from))
	}},
	{said(`^Give each item, heading and paragraph its own id`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), f.wrong()+"-2")
	}},
	{said("(?:^Give the item that has this text the line|with the line) `(.+?)`"), (*follower).inItem},
	{said(`^Correct the date of the session`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), f.d.Args["first"])
	}},
	{said(`^Put the sessions in the order .* or correct the date`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), f.d.Args["before"])
	}},
	{said(`^Correct the date of the report|^An ISBN has 13 digits|^A symbol has capital letters|^A DOI is`),
		func(f *follower, m []string) bool { return f.change(f.wrong(), f.answer) }},
	{said(`^A DOI is .* without (\S+) before it`), func(f *follower, m []string) bool { return f.change(m[1], "") }},
	{said(`delete the line status:`), func(f *follower, m []string) bool {
		from, to := f.line()
		return f.save(from, to+1, "")
	}},
	{said(`^Delete the number that is typed`), func(f *follower, m []string) bool {
		number := regexp.MustCompile(`^\S+ `).FindString(f.wrong())
		return f.change(f.wrong(), strings.TrimPrefix(f.wrong(), number))
	}},
	{said(`^Delete the marks`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), strings.Trim(f.wrong(), "*"))
	}},
	// texts
	{said(`^Use (#+) or fewer here`), func(f *follower, m []string) bool { return f.change(f.d.Args["level"], m[1]) }},
	{said(`^Add a paragraph that starts with (\S+:)`), func(f *follower, m []string) bool {
		return f.save(len(f.text), len(f.text), "\n"+m[1]+" "+f.answer+"\n")
	}},
	{said(`^Put \[\^\S+\] where the note belongs, or delete the note`), func(f *follower, m []string) bool {
		from, to := f.line()
		return f.save(from, to, "")
	}},
	{said(`^Write (\[@\S+\]), in square brackets`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), m[1])
	}},
	{said(`In a text, \[@id\] makes a link`), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string {
			return regexp.MustCompile(`\[[^\]]*\]\((@\S+?)\)`).ReplaceAllString(s, "[$1]")
		})
	}},
	{said(`^Write (\S+) in place of (<\S+>), and in place of (</\S+>)`), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string { return strings.NewReplacer(m[2], m[1], m[3], m[1]).Replace(s) })
	}},
	{said(`^Delete (<br>), and leave an empty line`), func(f *follower, m []string) bool {
		return f.change(m[1], "\n\n")
	}},
	{said(`^Delete <!-- and what stands there up to -->`), func(f *follower, m []string) bool {
		return f.save(f.at, f.at+strings.Index(f.text[f.at:], "-->")+3, "")
	}},
	{said(`^Write what it referred to in its place, or delete these words|^Delete the table of contents|` +
		`If there is none, delete the number`), func(f *follower, m []string) bool { return f.change(f.wrong(), "") }},
	{said("^Delete it here, and give the statement the line `(.+?)`"), func(f *follower, m []string) bool {
		f.change(f.wrong(), "")
		return f.inItem(m)
	}},
	{said(`^To print these words, write (\\<)`), func(f *follower, m []string) bool { return f.change("<", m[1]) }},
	{said(`^Replace it with an ordinary line break`), func(f *follower, m []string) bool {
		return f.change("\u2028", " ")
	}},
	{said(`^Delete it\. Such characters`), func(f *follower, m []string) bool { return f.change("\u0007", "") }},
	{said(`^Type : instead`), func(f *follower, m []string) bool { return f.change("：", ":") }},
	{said(`^Shorten it`), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string { return s[:60] })
	}},
	{said(`^Write true or false`), func(f *follower, m []string) bool { return f.change("yes", "true") }},
	{said("^original belongs under `statements:`"), func(f *follower, m []string) bool {
		from, to := f.line()
		return f.save(from, to+1, "")
	}},
	{said("name the file: `(participants: \\S+)`"), func(f *follower, m []string) bool {
		_, to := f.line()
		return f.save(strings.LastIndex(f.text[:to], "participants:"), to, m[1])
	}},
	{said(`^In Excel, use File > Save As > CSV UTF-8`), func(f *follower, m []string) bool {
		return f.change(".xlsx", ".csv")
	}},
	{said(`^Only .png, .jpg, .jpeg files can be used here`), func(f *follower, m []string) bool {
		return f.change(".heic", ".png")
	}},
	{said(`copy the file there if it is elsewhere`), func(f *follower, m []string) bool {
		write(f.t, f.dir, f.d.Args["file"], []byte(readAll(f.t, f.dir, "texts/map.png")))
		return true
	}},
	{said(`^Delete the tag`), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string { return regexp.MustCompile(`</?\w+>`).ReplaceAllString(s, "") })
	}},
	{said(`^Delete the lines from the first --- to the second`), func(f *follower, m []string) bool {
		return f.save(0, strings.Index(f.text[3:], "\n---\n")+3+5, "")
	}},
	{said(`^Write (\[\^\S+\]:) in place of (\S+) here`), func(f *follower, m []string) bool {
		return f.change(m[2], m[1])
	}},
	{said(`leave an empty line between it and the ---`), func(f *follower, m []string) bool {
		_, to := f.line()
		return f.save(to, to, "\n")
	}},
	{said(`in place of the dashes`), func(f *follower, m []string) bool {
		return f.paragraph(func(lines []string) []string { return ruled(slices.Delete(lines, 1, 2)) })
	}},
	{said(`^Put the same signs at the other end`), func(f *follower, m []string) bool {
		sign := regexp.MustCompile(`[*_]+`).FindString(f.wrong())
		return f.rewrite(func(s string) string { return s + sign })
	}},
	{said(`put a # and a space before it`), func(f *follower, m []string) bool { return f.save(f.at, f.at, "# ") }},
	{said(`^Write (\[\^\d+\]:) in place of (\S+) here, and (\[\^\d+\]) in place of (\S+) where`),
		func(f *follower, m []string) bool {
			f.text = f.text[:f.at] + strings.Replace(f.text[f.at:], m[2], m[1], 1)
			at := strings.Index(f.text, m[4])
			return f.save(at, at+len(m[4]), m[3])
		}},
	{said("put two spaces before the # and one after it"), func(f *follower, m []string) bool {
		return f.change(f.d.Args["found"], " "+strings.Replace(f.d.Args["found"], "#", "# ", 1))
	}},
	{said(`^Only one day can stand here: (\S+) or`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), m[1])
	}},
	{said(`put a space after the #`), func(f *follower, m []string) bool { return f.change("#", "# ") }},
	{said(`^Write it with ordinary signs, for example (E = mc\^2\^)`), func(f *follower, m []string) bool {
		return f.change(f.wrong(), m[1])
	}},
	{said(`^Delete the words, or the signs`), func(f *follower, m []string) bool { return f.change(f.wrong(), "") }},
	{said(`put a backslash before each star`), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string { return strings.ReplaceAll(s, "*", `\*`) })
	}},
	{said(`put a backslash before it`), func(f *follower, m []string) bool { return f.save(f.at, f.at, `\`) }},
	{said(`^If it is, delete the line`), func(f *follower, m []string) bool { return f.change(f.wrong(), "") }},
	{said(`^Write what is to come`), func(f *follower, m []string) bool { return f.change(f.wrong(), f.answer) }},
	{said(`^Delete the spaces or the tab at the beginning`), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string { return strings.TrimLeft(s, " \t") })
	}},
	{said(`correct the label`), func(f *follower, m []string) bool {
		return f.change(f.d.Args["label"], next(f.d.Args["before"]))
	}},
	{said("^Write ::: on a line of its own after the last line"), func(f *follower, m []string) bool {
		return f.paragraph(func(lines []string) []string { return append(lines, ":::") })
	}},
	{said(`^A PDF is reproduced as it was received: write its path after (original:)`),
		func(f *follower, m []string) bool {
			return f.rewrite(func(s string) string { return strings.Replace(s, "text:", m[1], 1) })
		}},
	{said(`^Type the character`), func(f *follower, m []string) bool { return f.change(f.wrong(), f.answer) }},
	{said(`^Delete it`), func(f *follower, m []string) bool { return f.change(f.wrong(), "") }},
	{said(`Or write these words in letters|^Delete it or write it in words`), func(f *follower, m []string) bool {
		letters := regexp.MustCompile(`[^\x00-\x{2fff}]+|\p{Devanagari}+`)
		return f.rewrite(func(s string) string { return letters.ReplaceAllString(s, f.answer) })
	}},
	// tables and pictures
	{said(`^Delete the extra cells`), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string {
			list := strings.Split(s, "|")
			return strings.Join(append(list[:number(f.d.Args["columns"])+1], ""), "|")
		})
	}},
	{said(`^Add the cells that are missing`), func(f *follower, m []string) bool {
		lacks := number(f.d.Args["columns"]) - number(f.d.Args["found"])
		return f.rewrite(func(s string) string { return s + strings.Repeat(" |", lacks) })
	}},
	{said(`^Put a row of rules below the first one|\| --- \| --- \| as the second row`),
		func(f *follower, m []string) bool { return f.paragraph(ruled) }},
	{said(`^Describe the image between the brackets`), func(f *follower, m []string) bool {
		return f.change("![", "!["+f.answer)
	}},
	{said(`^Say what the picture shows`), func(f *follower, m []string) bool { return f.change(f.wrong(), f.answer) }},
	// files
	{said(`move it to a folder that holds nothing for the report`), (*follower).toSpare},
	{said(`^Open it in Word and use File > Save As > PDF|^Open it in a browser|` +
		`ask the delegation to send it again|sk the delegation for a new copy|or ask for a new copy|` +
		`^Put a copy of the file itself in the place of the link`), (*follower).sentAgain},
	{said(`^Correct the list after pages:`), func(f *follower, m []string) bool {
		return f.rewrite(func(s string) string {
			return regexp.MustCompile(`"\d+(-\d+)?"`).ReplaceAllString(s, `"1-`+f.d.Args["pages"]+`"`)
		})
	}},
	{said("^Give it beside the path: `original: (.+)…}`"), func(f *follower, m []string) bool {
		return f.change(f.d.Args["file"], m[1]+f.answer+"}")
	}},
	{said(`correct the file or the line sha256`), func(f *follower, m []string) bool {
		return f.change(f.d.Args["want"], f.d.Args["got"])
	}},
	{said(`^Save it again in RGB colours`), func(f *follower, m []string) bool {
		write(f.t, f.dir, f.d.Args["file"], rgb(f.t))
		return true
	}},
	{said(`ranges with an ordinary hyphen`), func(f *follower, m []string) bool { return f.change("–", "-") }},
	{said(`two originals may have changed places|give the other its own file`), (*follower).swapped},
	// participants
	{said(`^Give every row the same number of fields`), func(f *follower, m []string) bool {
		lacks := number(f.d.Args["columns"]) - number(f.d.Args["found"])
		return f.rewrite(func(s string) string { return s + strings.Repeat(",", lacks) })
	}},
	{said(`^Fill in name or role`), func(f *follower, m []string) bool { return f.change(",,,", ",,"+f.answer+",") }},
}

func said(words string) *regexp.Regexp { return regexp.MustCompile(words) }
