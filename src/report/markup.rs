//! Text from plans inside Markdown: nothing in it is markup, also where GitHub and GitLab know more of it than others.

use super::visible::visible;

/// Text in which nothing is markup, on one line.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('\n', " ");
    let mut safe = String::with_capacity(text.len() + 8);
    let digits = text.trim_start_matches(|char: char| char.is_ascii_digit());
    let after = digits.strip_prefix(['.', ')']);
    let is_number = digits.len() < text.len() && after.is_some_and(|after| after.is_empty() || after.starts_with(' '));
    let number = text.len() - digits.len();
    // A list or a line across the page begins only at the start; an amount below zero is neither.
    let is_line = ["- ", "+ ", "--", "=="].iter().any(|line| text.starts_with(line));
    for (index, char) in visible(&text).char_indices() {
        let begins = index == 0 && is_line || is_number && index == number;
        if begins || matches!(char, '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '#' | '&' | '~' | '$') {
            safe.push('\\');
        }
        safe.push(char);
    }
    safe
}

/// Text as it is, in letters of one width; not for cells of tables.
pub(super) fn code(text: &str) -> String {
    let text = visible(text);
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let gap = if longest > 0 { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}

/// `| a | b |`, from cells that are escaped.
pub(super) fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::{code, escaped};

    #[test]
    fn nothing_in_text_is_markup() {
        assert_eq!(
            escaped("a|b <script> [x](y) `z` *k* $1$ &lt; ~s~"),
            r"a\|b \<script\> \[x\](y) \`z\` \*k\* \$1\$ \&lt; \~s\~"
        );
        assert_eq!(escaped("# a\n# b"), r"\# a \# b");
        assert_eq!(escaped("- a"), r"\- a");
        assert_eq!(escaped("---"), r"\---");
        assert_eq!(escaped("-38.063"), "-38.063");
        assert_eq!(escaped("-"), "-");
        assert_eq!(escaped("12. a"), r"12\. a");
        assert_eq!(escaped("12.000 a-b"), "12.000 a-b");
        assert_eq!(escaped("12)"), r"12\)");
        assert_eq!(escaped("a\u{1b}[m"), r"a␛\[m");
    }

    #[test]
    fn code_holds_any_text() {
        assert_eq!(code("plan.pok:3"), "`plan.pok:3`");
        assert_eq!(code("a``b`"), "``` a``b` ```");
    }
}
