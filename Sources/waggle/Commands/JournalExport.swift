import ArgumentParser
import Canvas
import Catalogue
import Distribution
import Glibc
import Journal

/// Hands a journal's contents to other programs and people.
struct JournalExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what a journal holds for other programs and people.",
    discussion: """
      csv    tables of videos, waves, kpis and decisions (RFC 4180), and one that says what each
             column means: into a folder, or one of them with --table
      jsonl  every event as a line of JSON, as waggle run --json writes them
      svg    one video's views over time, for paper
      md     one page about one video's spread, with its chart and its waves, for a client: with
             --into rep.md the chart is rep.svg beside it, else it is drawn in characters

      What concerns minors is in none of them. A file is written whole or not at all, and never
      over one that is there, unless with --force.
      """)

  @OptionGroup var file: JournalArgument

  @Option(help: "What to write.")
  var format: Format

  @OptionGroup var branch: BranchOption

  @Option(
    help: ArgumentHelp(
      "One upload, such as bee-bike, or bee-bike@reels for one platform of it.", valueName: "name"))
  var video: String?

  @Option(help: ArgumentHelp("One table of csv alone.", valueName: "table"))
  var table: ExportTable.Kind?

  @Option(
    help: ArgumentHelp(
      "The theme of pictures; dark and light are the shipped ones.", valueName: "theme"))
  var theme = "light"

  @Option(
    help: ArgumentHelp(
      "Where to write; else standard output.", valueName: "folder or file"))
  var into: String?

  @Flag(help: "Write over files that are there.")
  var force = false

  /// What can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, jsonl, svg, md
  }

  func validate() throws {
    guard table == nil || format == .csv else {
      throw ValidationError("--table is for --format csv")
    }
    guard format != .csv || table != nil || into != nil else {
      let names = ExportTable.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "csv is several tables: name a folder with --into, or one table with --table: \(names)")
    }
  }

  func run() throws {
    let journal = try file.open()
    defer { journal.close() }
    if format == .jsonl { return try writeLines(of: journal) }
    let excerpt = try Excerpt(journal, branch: branch.branch)
    switch format {
    case .csv: try writeTables(of: excerpt)
    case .svg:
      let shown = try chosen(from: excerpt)
      try write([(shown.fileName + ".svg", try chart(excerpt, shown))])
    case .md: try writeReport(of: excerpt)
    case .jsonl: break
    }
    if excerpt.restricted > 0, format == .csv {
      let words = excerpt.restricted == 1 ? "1 video" : "\(excerpt.restricted) videos"
      Diagnostics.write("waggle: \(words) left out: what concerns minors is not exported\n")
    }
  }

  private func writeTables(of excerpt: Excerpt) throws {
    let videos = video.map { excerpt.videos(named: $0) } ?? excerpt.videos
    if video != nil, videos.isEmpty { _ = try excerpt.video(named: video) }
    let tables = excerpt.tables(of: videos)
    let wanted = tables.filter { table == nil || $0.kind == table }
    try write(wanted.map { ($0.kind.rawValue + ".csv", $0.text) })
  }

  private func writeReport(of excerpt: Excerpt) throws {
    let shown = try chosen(from: excerpt)
    let page = { SpreadReport(excerpt: excerpt, video: shown, chart: $0).text }
    guard let into else {
      return try write([(shown.fileName + ".md", page(ReachSketch(video: shown).block))])
    }
    let target = ExportTarget(into, files: 2)
    let picture = try chart(excerpt, shown)
    let name = target.path(of: shown.fileName + ".md")
    let chartPath =
      target.isFolder
      ? target.path(of: shown.fileName + ".svg") : ExportTarget.swapEnding(of: name, to: "svg")
    let link = chartPath.split(separator: "/").last.map(String.init) ?? chartPath
    let words = "![Views of the video over time](<\(link.filter { $0 != "<" && $0 != ">" })>)"
    try target.write(
      [(chartPath, picture), (name, page(words))], sparing: file.path, isForced: force)
  }

  /// The video to show; which one is said where nobody named it and there are others.
  private func chosen(from excerpt: Excerpt) throws -> VideoPicture {
    let shown = try excerpt.video(named: video)
    if video == nil, excerpt.videos.count > 1 {
      let place = excerpt.platform(of: shown).map { "@\($0.id)" } ?? ""
      let name = VisibleText.escape(shown.upload.id + place)
      Diagnostics.write(
        "waggle: this is \(name), one of \(excerpt.videos.count.grouped) videos; "
          + "--video chooses another\n")
    }
    return shown
  }

  private func chart(_ excerpt: Excerpt, _ video: VideoPicture) throws -> String {
    let name = ["dark": "hive-dark", "light": "hive-light"][theme] ?? theme
    return ReachChart(excerpt, of: video, theme: try ThemeChoice.theme(name)).svg
  }

  /// Writes texts to where they were asked for.
  private func write(_ texts: [(name: String, text: String)]) throws {
    guard let into else {
      var output = Output()
      for (_, text) in texts { try output.write(text) }
      return try output.flush()
    }
    let target = ExportTarget(into, files: format == .csv && table == nil ? 2 : 1)
    try target.write(
      texts.map { (target.path(of: $0.name), $0.text) }, sparing: file.path, isForced: force)
  }

  private func writeLines(of journal: Journal) throws {
    let name = "events.jsonl"
    guard let into else {
      var output = Output()
      try EventExport(journal, branch: branch.branch, video: video).each { try output.write($0) }
      return try output.flush()
    }
    let target = ExportTarget(into, files: 1)
    let path = target.path(of: name)
    try target.prepare(sparing: file.path, paths: [path], isForced: force)
    let draft = try OutputDraft(path: path)
    var bytes: [UInt8] = []
    try EventExport(journal, branch: branch.branch, video: video).each { line in
      line.write(into: &bytes)
      bytes.append(0x0A)
      guard bytes.count >= 1 << 16 else { return }
      try draft.write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try draft.write(bytes)
    try draft.finish()
  }
}

extension ExportTable.Kind: ExpressibleByArgument {}

extension VideoPicture {
  /// The upload's name as part of a file's name.
  fileprivate var fileName: String {
    let letters = upload.id.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isPlain || scalar == "-" || scalar == "_" ? Character(scalar) : "-"
    }
    let name = String(letters.prefix(60))
    return name.isEmpty ? "video" : name
  }
}
