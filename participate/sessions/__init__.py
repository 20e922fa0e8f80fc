"""Dated meetings of a project that anyone can come to, and the programme. Sign-ups come with a later issue."""
