// include timeline_of_types
// include timeline_page
