// include timeline_of_types
// include sides
