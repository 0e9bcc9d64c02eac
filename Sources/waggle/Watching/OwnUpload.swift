import Catalogue
import Dashboard
import Glibc

extension UploadDraft {
  /// The upload that a filled-in form describes, by somebody whom nobody follows.
  func upload(platform: String) throws -> (upload: Upload, followers: Int) {
    let words = hashtags.split { $0 == " " || $0 == "," || $0 == "#" }
    let upload = Upload(
      id: "your-upload", creator: "you", platform: platform, caption: caption,
      transcript: try transcript(), onScreenText: onScreenText, hashtags: words.map(String.init),
      duration: min(max(duration.isFinite ? duration : 15, 0.5), 3_600),
      truth: appeal.map { Truth(appeal: min(max($0.isFinite ? $0 : 0, -3), 3)) })
    return (upload, 0)
  }

  /// What is said, from a subtitle file or a plain text.
  private func transcript() throws -> String {
    guard !subtitles.isEmpty else { return "" }
    let path = subtitles.expandingHome
    let text = try InputBytes.read(path: path)
    let ending = path.split(separator: ".").last?.lowercased()
    guard ending == "srt" || ending == "vtt" else { return text }
    return try Subtitles.parse(text, file: path).plainText
  }
}

extension String {
  /// The path with the person's folder in place of a leading `~`.
  var expandingHome: String {
    guard hasPrefix("~/"), let home = getenv("HOME").map({ String(cString: $0) }) else {
      return self
    }
    return home + dropFirst()
  }
}
