// include timeline_of_actors
// include sides
