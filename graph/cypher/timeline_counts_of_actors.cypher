// include timeline_of_actors
// include timeline_counts
