package main

import (
	"os"
	"strings"

	"rapporteur/sources/diag"
)

// locale is the language that the program speaks where none is asked for: the user's, or English.
func locale() string { return fromTag(localeTag()) }

// localeTag is what the environment asks for, in the order that POSIX gives (XBD 8.2); where it asks for nothing, what
// the system speaks to the user.
func localeTag() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return systemLanguage()
}

// fromTag gives the language of a locale such as fr_CH.UTF-8 where the program speaks it, English for all others.
func fromTag(tag string) string { return asked(tag, spoken) }

// asked gives the language of a locale where it is had, English for all others.
func asked(tag string, had func(lang string) bool) string {
	tag, _, _ = strings.Cut(tag, ".")
	tag, _, _ = strings.Cut(tag, "@")
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "-", "_"), "_")
	if tag = strings.ToLower(tag); had(tag) {
		return tag
	}
	return diag.English
}
