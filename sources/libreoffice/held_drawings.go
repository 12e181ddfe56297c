package libreoffice

import (
	"bytes"
	"html"
	"regexp"
	"strings"
)

var (
	svgTag  = regexp.MustCompile(`<[^<>!?]*>`)
	svgHref = regexp.MustCompile(`href\s*=\s*(?:"[^"]*"|'[^']*')`)
	svgLink = regexp.MustCompile(`^<(?:\w+:)?a\s`)
)

// holdDrawing takes out of a drawing in SVG what is to be shown from elsewhere: pictures of the machine, or of the
// network. Its own parts and data, and where its links lead, stay.
func holdDrawing(data []byte, seen *Seen) []byte {
	if !bytes.Contains(data[:min(len(data), 4096)], []byte("svg")) {
		return data
	}
	return svgTag.ReplaceAllFunc(data, func(tag []byte) []byte {
		if svgLink.Match(tag) {
			return tag
		}
		return svgHref.ReplaceAllFunc(tag, func(href []byte) []byte {
			_, value, _ := bytes.Cut(href, []byte("="))
			to := strings.Trim(html.UnescapeString(string(value)), "\"' \t\r\n")
			if to == "" || strings.HasPrefix(to, "#") || strings.HasPrefix(to, "data:") {
				return href
			}
			seen.Linked++
			return []byte(`href="#"`)
		})
	})
}
