package main

import (
	"os"
	"strings"

	"rapporteur/sources/diag"
)

// locale is the language that the environment asks for, in the order that POSIX gives (XBD 8.2); where it asks for
// none, the system's.
func locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return fromTag(value)
		}
	}
	return systemLanguage()
}

// fromTag gives the language of a locale such as fr_CH.UTF-8 where the program speaks it, English for all others.
func fromTag(tag string) string {
	tag, _, _ = strings.Cut(tag, ".")
	tag, _, _ = strings.Cut(tag, "@")
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "-", "_"), "_")
	if tag = strings.ToLower(tag); spoken(tag) {
		return tag
	}
	return diag.English
}
