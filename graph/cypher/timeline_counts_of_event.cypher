// include timeline_of_event
// include timeline_counts
