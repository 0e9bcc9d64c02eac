/// An upload with what it is known to be, to learn from or to be judged by.
public struct LabelledText: Sendable, Hashable {
  /// The text, in the fields that it was given in.
  public var upload: Upload
  /// The label as it was written: a policy's code, a topic, a data set's own word; empty where
  /// none was given.
  public var label: String
  /// What it is an example of, such as `offer` or `counter_quote_nh`; empty where nothing says.
  public var functionality: String
  /// What it was made from, which its twins were made from too; empty where nothing says.
  public var template: String
  /// The line of the file that it begins on.
  public var line: Int

  /// Creates a labelled text.
  public init(
    upload: Upload, label: String, functionality: String = "", template: String = "", line: Int = 0
  ) {
    self.upload = upload
    self.label = label
    self.functionality = functionality
    self.template = template
    self.line = line
  }
}
