//! The program: configuration, database, router, and what crosses domains.
