import Catalogue
import Distribution
import FoundationEssentials
import GRDB

/// The tables of a journal, and how older ones become these.
///
/// Version 3 has keyframes, each with an entry that holds its digest; version 2 kept entries in
/// chained rows of many; version 1 kept each as a row of JSON.
enum Schema {
  /// The version that this program writes, in SQLite's `user_version`.
  static let version = 3
  /// The oldest version that is read as it is: what came to it since is only missing.
  static let oldestRead = 2
  /// What marks the file as a journal, in SQLite's `application_id`: “WAGL”.
  static let mark = 0x5741_474C

  /// Makes the tables of a new journal.
  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT;
        CREATE TABLE block (
          row INTEGER PRIMARY KEY NOT NULL CHECK (row > 0),
          branch INTEGER NOT NULL,
          first INTEGER NOT NULL,
          last INTEGER NOT NULL CHECK (last >= first),
          starts INTEGER NOT NULL,
          ends INTEGER NOT NULL,
          commands INTEGER NOT NULL,
          events INTEGER NOT NULL,
          contents BLOB NOT NULL,
          link BLOB NOT NULL,
          body BLOB
        ) STRICT;
        CREATE INDEX block_of_branch ON block (branch, row);
        CREATE TABLE branch (
          id INTEGER PRIMARY KEY NOT NULL CHECK (id > 0),
          parent INTEGER REFERENCES branch,
          name TEXT NOT NULL,
          "from" INTEGER NOT NULL,
          after INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN ('run', 'fork')),
          deleted INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE UNIQUE INDEX branch_name ON branch (name) WHERE deleted = 0;
        \(keyframes)
        CREATE TRIGGER block_stays BEFORE UPDATE ON block
          WHEN NEW.body IS NOT NULL
            OR OLD.branch NOT IN (SELECT id FROM branch WHERE deleted)
            OR (NEW.row, NEW.branch, NEW.first, NEW.last, NEW.starts, NEW.ends, NEW.commands,
                NEW.events, NEW.contents, NEW.link)
              IS NOT (OLD.row, OLD.branch, OLD.first, OLD.last, OLD.starts, OLD.ends, OLD.commands,
                OLD.events, OLD.contents, OLD.link)
          BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        CREATE TRIGGER block_remains BEFORE DELETE ON block
          BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END;
        PRAGMA application_id = \(mark);
        PRAGMA user_version = \(version);
        """)
  }

  /// The table of keyframes.
  static let keyframes = """
    CREATE TABLE keyframe (
      sequence INTEGER PRIMARY KEY NOT NULL,
      branch INTEGER NOT NULL,
      at INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT;
    """
}
