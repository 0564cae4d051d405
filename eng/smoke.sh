# The smoke test of ./run: what a visitor and a technician would do, with curl, until it works or the time is out.
# shellcheck shell=bash disable=SC2154

jar=
get() { curl -sS -f -m 10 -b "$jar" -c "$jar" "$address$1"; }
field() { grep -oE "\"$1\":[0-9.]+" | head -n 1 | cut -d: -f2; }
token() { grep -oE 'name="__RequestVerificationToken"[^>]*value="[^"]+"' | tail -n 1 | sed 's/.*value="//; s/"$//'; }

sign_in() { # NAME, into a jar of its own
  jar=$home/cookies-$1; rm -f "$jar"
  local value; value=$(get /connexion | token)
  curl -sS -f -m 10 -b "$jar" -c "$jar" -o /dev/null -d "Nom=$1" --data-urlencode "MotDePasse=$demo_password" --data-urlencode "__RequestVerificationToken=$value" "$address/connexion"
}

# opens PAGE... : says which pages do not; prints how many do.
opens() {
  local page count=0
  for page in "$@"; do
    if [[ $(get "$page") == *'<h1'* ]]; then count=$((count + 1)); else say "The page $page does not open."; fi
  done
  echo "$count"
}

smoke_run() {
  set +e # a page that does not answer yet is what this waits for
  local limit=$((SECONDS + $1)) samples=0 online=0 energy=0 carbon=0 pages=0 order=none begun=$SECONDS page value
  jar=$home/cookies
  say "Waiting for samples and figures"
  while [[ $SECONDS -lt $limit ]]; do
    page=$(get /sante || true)
    samples=$(field samples <<< "$page"); online=$(field gatewaysOnline <<< "$page")
    page=$(get /api/figures || true)
    energy=$(grep -oE '"energyToday":\{"value":[0-9.]+' <<< "$page" | head -n 1 | cut -d: -f3)
    carbon=$(grep -oE '"carbonToday":\{"value":[0-9.]+' <<< "$page" | head -n 1 | cut -d: -f3)
    [[ ${samples:-0} -gt 500 && ${online:-0} -eq 4 ]] && awk -v e="${energy:-0}" -v c="${carbon:-0}" 'BEGIN{exit !(e > 1 && c > 0)}' && break
    sleep 0.5
  done

  say "Signing in and opening the pages"
  pages=$(opens / /en /accessibilite)
  sign_in energie
  pages=$((pages + $(opens /patrimoine /parc /en/patrimoine)))
  sign_in technicien
  pages=$((pages + $(opens /chaufferies /en/chaufferies /chaufferies/gw-ecole/chaufferie)))

  say "Sending an order"
  local path=/chaufferies/gw-ecole/chaufferie ticket
  page=$(get "$path/relire?Form.Valeur=18.5&Form.Fin=2h&Form.Motif=essai")
  value=$(token <<< "$page")
  ticket=$(grep -oE 'name="Form.Billet" value="[^"]+"' <<< "$page" | sed 's/.*value="//; s/"$//')
  curl -sS -f -m 10 -b "$jar" -c "$jar" -o /dev/null --data-urlencode "Form.Billet=$ticket" --data-urlencode "__RequestVerificationToken=$value" "$address$path/relire" || true
  while [[ $SECONDS -lt $limit ]]; do
    page=$(get "/en$path" | grep 'data-part="order"' || true)
    if grep -q 'Applied' <<< "$page"; then order=confirmed; break; fi
    if grep -qE 'Refused|Not sent|Not confirmed|Expired' <<< "$page"; then order=refused; say "The order: $(sed 's/<[^>]*>//g' <<< "$page")"; break; fi
    sleep 0.3
  done

  local ok=false
  [[ ${samples:-0} -gt 500 && ${online:-0} -eq 4 && $pages -eq 9 && $order == confirmed ]] && awk -v e="${energy:-0}" -v c="${carbon:-0}" 'BEGIN{exit !(e > 1 && c > 0)}' && ok=true
  samples=$(get /sante | field samples || echo 0)
  printf '{"ok":%s,"seconds":%d,"gatewaysOnline":%d,"samples":%d,"energyTodayKWh":%.2f,"carbonTodayKgCO2e":%.3f,"pages":%d,"order":"%s"}\n' \
    "$ok" "$((SECONDS - begun))" "${online:-0}" "${samples:-0}" "${energy:-0}" "${carbon:-0}" "$pages" "$order"
  [[ $ok == true ]]
}
