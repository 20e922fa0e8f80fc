"""The years before the three weeks around today: who came, week by week, and what came of it."""
