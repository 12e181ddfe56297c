package main

import "syscall"

// french is the primary language identifier of French ([MS-LCID] 2.2).
const french = 0x0c

// systemLanguage is the language in which Windows speaks to the user.
func systemLanguage() string {
	ask := syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultUILanguage")
	if ask.Find() != nil {
		return "en"
	}
	if id, _, _ := ask.Call(); id&0x3ff == french {
		return "fr"
	}
	return "en"
}
