// include timeline_of_place
// include timeline_page
