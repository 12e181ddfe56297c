package document

import "rapporteur/sources"

// Days says when the event was held, in the report's language; "" where the manifest does not.
func (d *Document) Days() string {
	from, to := d.Event.From, d.Event.To
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		from = to
	case to.IsZero():
		to = from
	}
	return d.Words.Dates(from.Year, from.Month, from.Day, to.Year, to.Month, to.Day)
}

// When writes a day, and the hour where one is given, in the report's language; "" where there is no day.
func (d *Document) When(day sources.Date) string {
	if day.IsZero() {
		return ""
	}
	when := d.Words.Date(day.Year, day.Month, day.Day)
	if day.HasTime {
		when += d.Words.Marks.Comma + d.Words.Time(day.Hour, day.Minute)
	}
	return when
}
