import Catalogue
import FoundationEssentials
import Journal

/// Where texts come from: what a model card says of them.
struct DataSource {
  /// The file or folder.
  let name: String
  /// Whether it is a folder.
  let isFolder: Bool
  /// SHA-256 of the file; of a folder, that of the list that `sha256sum` makes of its files.
  let digest: String
  /// The licence, as the file beside the texts says.
  let licence: String
  /// Who made the texts, as the manifest above or the notes beside the file say; empty where
  /// nothing says so.
  var origin = ""

  /// A file of texts.
  static func file(_ path: String) throws -> DataSource {
    DataSource(
      name: path, isFolder: false, digest: try digest(of: path), licence: licence(of: path),
      origin: origin(of: path))
  }

  /// A folder of texts, in which only `.txt` files count.
  static func folder(_ path: String) throws -> DataSource {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    let list = try files.filter { $0.hasSuffix(".txt") }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    .map { try digest(of: path + "/" + $0) + "  ./" + $0 + "\n" }
    return DataSource(
      name: path, isFolder: true, digest: Digest(of: Array(list.joined().utf8)).text,
      licence: "written for this project")
  }

  private static func digest(of path: String) throws -> String {
    Digest(of: try InputFile.read(path: path)).text
  }

  /// Repository and commit by the manifest in the folder above, else the lines of the notes beside
  /// the file that name one.
  private static func origin(of path: String) -> String {
    let folder = folder(of: path)
    if let row = manifestRow(of: folder), let repository = row["repository"] {
      return (["\(repository)"] + (row["commit"].map { ["commit \($0)"] } ?? []))
        .joined(separator: " ")
    }
    for name in ["NOTE.txt", "SOURCE.txt"] {
      guard let text = try? InputBytes.read(path: folder + "/" + name) else { continue }
      let lines = text.split(separator: "\n").filter { $0.contains("commit") }
      if let line = lines.first { return String(line.prefix(longestOrigin)) }
    }
    return ""
  }

  private static let longestOrigin = 400

  private static func folder(of path: String) -> String {
    path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
  }

  /// A folder's row of the manifest above it, by column.
  private static func manifestRow(of folder: String) -> [String: String]? {
    guard let manifest = try? InputBytes.read(path: folder + "/../MANIFEST.tsv") else { return nil }
    let rows = manifest.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let name = folder.split(separator: "/").last.map(String.init)
    guard let head = rows.first, let row = rows.dropFirst().first(where: { $0.first == name })
    else { return nil }
    return Dictionary(zip(head, row), uniquingKeysWith: { first, _ in first })
  }

  /// What a manifest in the folder above says, else what the licence beside the file is.
  private static func licence(of path: String) -> String {
    let folder = folder(of: path)
    if let licence = manifestRow(of: folder)?["licence"] { return licence }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let names = files.sorted().filter { $0.uppercased().hasPrefix("LICEN") }
    let known = names.map { file in
      (try? InputBytes.read(path: folder + "/" + file)).flatMap(licence(in:)) ?? "see \(file)"
    }
    return known.isEmpty
      ? "no licence beside the file" : Set(known).sorted().joined(separator: ", ")
  }

  /// The licence that a text is.
  private static func licence(in text: String) -> String? {
    let marks = [
      ("Attribution-NonCommercial", "CC-BY-NC"), ("Attribution-ShareAlike", "CC-BY-SA"),
      ("Attribution 4.0 International", "CC-BY-4.0"), ("Apache License", "Apache-2.0"),
      ("Neither the name", "BSD-3-Clause"), ("Redistributions of source code", "BSD-2-Clause"),
      ("Permission is hereby granted, free of charge", "MIT"),
      ("Public Domain Dedication", "PDDL-1.0"),
    ]
    return marks.first { text.contains($0.0) }?.1
  }
}
