package main

import (
	"golang.org/x/sys/windows"

	"rapporteur/sources/diag"
)

// systemLanguage is the language in which Windows speaks to the user.
func systemLanguage() string {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(names) == 0 {
		return diag.English
	}
	return names[0]
}
