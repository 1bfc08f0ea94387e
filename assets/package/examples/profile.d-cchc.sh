# Three lines of cchc at the login of those who have a database of their own, or whom CCHC_DB leads to one.
# Put this to /etc/profile.d/cchc.sh. It says nothing where there is no terminal, no database and nothing that waits.

case $- in
*i*)
    if [ -t 1 ] && [ -e "${CCHC_DB:-$HOME/.local/share/cchc/cchc.db}" ]; then
        cchc_brief=$(cchc brief 2>/dev/null)
        [ $? -ne 3 ] || printf '%s\n' "$cchc_brief"
        unset cchc_brief
    fi
    ;;
esac
